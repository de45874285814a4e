import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Composer } from '../../../src/components/index.ts';

const meta: Meta<typeof Composer> = {
  title: 'Components/Composer/Composer',
  component: Composer,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = { args: { accept: ['png', 'pdf'] } };
export const Draft: Story = { args: { text: 'It should have come on Tuesday' } };
export const SixLines: Story = { args: { text: 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight' } };
export const NearlyFull: Story = { args: { text: 'Nearly at the limit', maxLength: 24 } };
export const TooLong: Story = { args: { text: 'This is a little too long', maxLength: 12 } };
export const Offline: Story = { args: { offline: true, accept: [] } };
export const Locked: Story = { args: { locked: true } };
export const TextOnly: Story = { args: {} };
/** Enter sends what stands in the box, Shift and Enter is a new line. */
export const SentByKeyboard: Story = {
  args: { onSend: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox');
    await userEvent.type(box, 'The blue door{Shift>}{Enter}{/Shift}on the left{Enter}');
    await expect(args.onSend).toHaveBeenCalledWith(
      expect.objectContaining({ text: 'The blue door\non the left' }),
    );
    await expect(box).toHaveValue('');
    await expect(box).toHaveFocus();
  },
};
