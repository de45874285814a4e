import type { Meta, StoryObj } from '@storybook/react-vite';
import { NewPill } from '../../../src/components/index.ts';

const meta: Meta<typeof NewPill> = {
  title: 'Components/List/NewPill',
  component: NewPill,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Count: Story = { args: { count: 3 } };
export const Arrow: Story = { args: { count: 0 } };
