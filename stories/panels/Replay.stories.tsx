import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { ReplayPage } from './replay/ReplayPage.tsx';
import type { ReplayPageProps } from './replay/ReplayPage.tsx';
import report from './replay/report.json?raw';

type Story = StoryObj<ReplayPageProps>;

/** A bug report is a story: the log of a session, recorded and redacted by `colloquy/recording`, in the real chat. */
export default {
  title: 'Panels/Scenarios/Replay',
  component: ReplayPage,
  // On the page of all stories there would be several, and one device's clock.
  tags: ['!autodocs'],
  globals: { width: '100%' },
  parameters: { page: true, controls: { disable: true } },
  args: { file: report },
} satisfies Meta<ReplayPageProps>;

const PATIENCE = { timeout: 60_000 };

export const ReplayOfAReport: Story = {
  play: async ({ canvas }) => {
    const scrubber = await canvas.findByRole('slider', { name: 'Place on the tape' }, PATIENCE);
    await fireEvent.input(scrubber, { target: { value: scrubber.getAttribute('max') } });
    const last = expect.stringMatching(/step (\d+) of \1:/);
    await waitFor(() => expect(scrubber).toHaveAttribute('aria-valuetext', last), PATIENCE);
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};
/** A file that is no log takes nothing away, and says what it is not. */
export const AnotherFile: Story = {
  play: async ({ canvas }) => {
    await canvas.findByRole('slider', { name: 'Place on the tape' }, PATIENCE);
    await userEvent.upload(canvas.getByLabelText('Open a log'), [
      new File(['{ "format": "colloquy-session-log", "version": 7 }'], 'tomorrow.json', {
        type: 'application/json',
      }),
    ]);
    await expect(await canvas.findByRole('alert', {}, PATIENCE)).toHaveTextContent(/version 7/);
  },
};
