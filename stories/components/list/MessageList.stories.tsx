import type { Meta, StoryObj } from '@storybook/react-vite';
import { MessageList } from '../../../src/components/index.ts';
import { anna, conversation, NOW_MS, said } from '../conversation.ts';

const meta: Meta<typeof MessageList> = {
  title: 'Components/List/MessageList',
  component: MessageList,
  args: { nowMs: NOW_MS },
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', blockSize: 600 }}>
        <Story />
      </div>
    ),
  ],
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Conversation: Story = { args: { items: conversation } };
export const Beginning: Story = { args: { items: conversation.slice(0, 3) } };
export const Unread: Story = { args: { items: conversation, seenUpToSeq: 9, attentive: false } };
export const Typing: Story = { args: { items: conversation, typing: [anna] } };
export const LoadingOlder: Story = { args: { items: conversation, history: { status: 'loading' } } };
export const OlderFailed: Story = {
  args: { items: conversation, history: { status: 'failed', detail: '' }, onReachStart: () => {} },
};
export const Gap: Story = {
  args: {
    items: [
      ...conversation.slice(0, 4),
      { kind: 'gap', key: 'gap', afterSeq: 4, beforeSeq: 9, status: 'failed' },
      ...conversation.slice(8),
    ],
    onRetryGap: () => {},
  },
};
export const ThousandMessages: Story = {
  args: {
    items: Array.from({ length: 1000 }, (_, index) =>
      said(index, `Message ${index} ${'word '.repeat((index * 7) % 40)}`, { minutesAgo: 1000 - index }),
    ),
  },
};
