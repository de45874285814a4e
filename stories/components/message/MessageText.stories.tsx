import type { Meta, StoryObj } from '@storybook/react-vite';
import { MessageText } from '../../../src/components/index.ts';

const meta: Meta<typeof MessageText> = {
  title: 'Components/Message/MessageText',
  component: MessageText,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Plain: Story = { args: { text: 'Follow it at https://track.example/4711-0815' } };
export const Markdown: Story = {
  args: {
    format: 'markdown',
    text: 'It left **this morning** and comes *tomorrow*.\n\n1. Take the wheel off\n2. Run `inflate --psi 60`\n\n[Our guide](https://guide.example/tyres)',
  },
};
export const Code: Story = {
  args: { format: 'markdown', text: '```\nGET /order/4711 HTTP/1.1\nHost: shop.example\n```' },
};
export const BothDirections: Story = { args: { text: 'Hello, is the طلب ready?' } };
export const Hostile: Story = {
  args: {
    format: 'markdown',
    text: '<img src=x onerror=alert(1)> [bank.example](https://evil.example) [x](javascript:alert(1))',
  },
};
