import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { QuickReplies } from '../../../src/components/index.ts';
import type { ReplyAction } from '../../../src/components/index.ts';

const meta: Meta<typeof QuickReplies> = {
  title: 'Components/Cards/QuickReplies',
  component: QuickReplies,
};

export default meta;

type Story = StoryObj<typeof meta>;

const replies: readonly ReplyAction[] = [
  { type: 'reply', text: 'Where is my order?', payload: 'ORDER' },
  { type: 'reply', text: 'Book a repair', payload: 'REPAIR' },
  { type: 'reply', text: 'Talk to a person', payload: 'AGENT' },
];

export const Open: Story = { args: { replies } };
export const Chosen: Story = { args: { replies, chosen: 'AGENT' } };
export const Locked: Story = { args: { replies, disabled: true } };
export const Many: Story = { args: { replies: [...replies, ...replies, ...replies, ...replies] } };
/** Arrow or Tab, Enter: no pointer is needed. */
export const ChosenByKeyboard: Story = {
  args: { replies, onChoose: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Where is my order?' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith(replies[0]);
  },
};
