import type { Meta, StoryObj } from '@storybook/react-vite';
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
