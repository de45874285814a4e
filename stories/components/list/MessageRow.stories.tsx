import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { MessageRow } from '../../../src/components/index.ts';
import { anna, message } from '../conversation.ts';

const meta: Meta<typeof MessageRow> = {
  title: 'Components/List/MessageRow',
  component: MessageRow,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Other: Story = {
  args: {
    message: message(
      1,
      { type: 'text', text: 'Do you have the order number?', format: 'plain' },
      { sender: anna },
    ),
  },
};
export const Own: Story = {
  args: { message: message(1, { type: 'text', text: 'Yes, 4711-0815', format: 'plain' }, { own: true }) },
};
export const Late: Story = {
  args: {
    message: message(
      1,
      { type: 'text', text: 'I wrote this before', format: 'plain' },
      { sender: anna, late: true },
    ),
  },
};
export const Waiting: Story = {
  args: {
    message: message(
      1,
      { type: 'text', text: 'Are you there?', format: 'plain' },
      { own: true, delivery: { status: 'waiting' } },
    ),
  },
};
export const Failed: Story = {
  args: {
    message: message(
      1,
      { type: 'text', text: 'Are you there?', format: 'plain' },
      {
        own: true,
        pending: true,
        delivery: { status: 'failed', code: 'unreachable', detail: '', retryable: true },
      },
    ),
    onRetry: () => {},
    onEdit: () => {},
    onRemove: () => {},
  },
};
export const Unsupported: Story = {
  args: { message: message(1, { type: 'unsupported', elementType: 'form', text: '' }, { sender: anna }) },
};
/** What was not sent can be sent again, changed, or taken away. */
export const TriedAgain: Story = {
  args: { ...Failed.args, onRetry: fn(), onEdit: fn(), onRemove: fn() },
  play: async ({ args, canvas, userEvent }) => {
    for (const button of canvas.getAllByRole('button')) await userEvent.click(button);
    for (const each of [args.onRetry, args.onEdit, args.onRemove])
      await expect(each).toHaveBeenCalledWith(args.message);
  },
};
