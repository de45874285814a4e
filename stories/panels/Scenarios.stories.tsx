import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor } from 'storybook/test';
import { Player } from '../player/Player.tsx';
import type { PlayerProps } from '../player/Player.tsx';
import { scenarioTape } from '../player/scenarioTape.ts';
import { agentTakesOver } from './scenarios/agentTakesOver.ts';
import { botCarousel } from './scenarios/botCarousel.ts';
import { idleEnd } from './scenarios/idleEnd.ts';
import { lineDrops } from './scenarios/lineDrops.ts';
import { uploadRefused } from './scenarios/uploadRefused.ts';

type Story = StoryObj<PlayerProps>;

/** Whole conversations by script: the real chat on a contact centre in this tab, whose clock the player turns. */
export default {
  title: 'Panels/Scenarios',
  component: Player,
  // On the page of all stories there would be several, and one device's clock.
  tags: ['!autodocs'],
  globals: { width: '100%' },
  parameters: { page: true, controls: { disable: true } },
  // Shown is it when all has been played, and nothing was thrown on the way.
  play: async ({ canvas }) => {
    const scrubber = await canvas.findByRole('slider', { name: 'Place on the tape' }, PATIENCE);
    await fireEvent.input(scrubber, { target: { value: scrubber.getAttribute('max') } });
    await waitFor(
      () => expect(scrubber).toHaveAttribute('aria-valuetext', expect.stringMatching(ALL)),
      PATIENCE,
    );
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
} satisfies Meta<PlayerProps>;

const PATIENCE = { timeout: 60_000 };
/** The last step of all is the one that is played. */
const ALL = /step (\d+) of \1:/;

export const GreetedByABot: Story = {
  args: {
    tape: scenarioTape(botCarousel, { bot: true }),
    title: 'Greeted by a bot',
    lead: 'The greeter says hello, shows what is on the shelf, answers, and hands over.',
  },
};
export const LineDropsInMidSend: Story = {
  args: {
    tape: scenarioTape(lineDrops),
    title: 'The line drops in mid-send',
    lead: 'A message is on its way when the line goes for three seconds. It arrives once, in its place.',
  },
};
export const AgentTakesOver: Story = {
  args: {
    tape: scenarioTape(agentTakesOver, { bot: true }),
    title: 'An agent takes over',
    lead: 'From the bot to a person, who types, asks back, and shows two cards.',
  },
};
export const IdleAndOver: Story = {
  args: {
    tape: scenarioTape(idleEnd),
    title: 'Idle, asked, and over',
    lead: 'Nobody does anything for five minutes. The question is answered once, and the second time it is not.',
  },
};
export const UploadRefused: Story = {
  args: {
    tape: scenarioTape(uploadRefused),
    title: 'An upload is refused and tried again',
    lead: 'The file is kept and marked, and goes through when the customer tries again.',
  },
};
