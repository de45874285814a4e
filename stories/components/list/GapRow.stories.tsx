import type { Meta, StoryObj } from '@storybook/react-vite';
import { GapRow } from '../../../src/components/index.ts';

const meta: Meta<typeof GapRow> = {
  title: 'Components/List/GapRow',
  component: GapRow,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Loading: Story = { args: { status: 'loading' } };
export const Failed: Story = { args: { status: 'failed', onRetry: () => {} } };
