import type { Meta, StoryObj } from '@storybook/react-vite';
import { StatusMark } from '../../../src/components/index.ts';

const meta: Meta<typeof StatusMark> = {
  title: 'Components/Message/StatusMark',
  component: StatusMark,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Waiting: Story = { args: { delivery: { status: 'waiting' } } };
export const WaitingForRoom: Story = { args: { delivery: { status: 'waiting', code: 'storage-full' } } };
export const Sending: Story = { args: { delivery: { status: 'sending' } } };
export const Sent: Story = { args: { delivery: { status: 'sent' } } };
export const Delivered: Story = { args: { delivery: { status: 'delivered' } } };
export const Read: Story = { args: { delivery: { status: 'read' } } };
export const Unconfirmed: Story = { args: { delivery: { status: 'unconfirmed' } } };
export const Failed: Story = {
  args: { delivery: { status: 'failed', code: 'unreachable', detail: '', retryable: true } },
};
export const NotDelivered: Story = {
  args: { delivery: { status: 'failed', code: 'upstream-refused', detail: '', retryable: true } },
};
