import type { Meta, StoryObj } from '@storybook/react-vite';
import { DateDivider } from '../../../src/components/index.ts';
import { NOW_MS } from '../conversation.ts';

const meta: Meta<typeof DateDivider> = {
  title: 'Components/List/DateDivider',
  component: DateDivider,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Today: Story = { args: { atMs: NOW_MS, nowMs: NOW_MS } };
export const Yesterday: Story = { args: { atMs: NOW_MS - 86_400_000, nowMs: NOW_MS } };
export const LongAgo: Story = { args: { atMs: NOW_MS - 40 * 86_400_000, nowMs: NOW_MS } };
