import type { Meta, StoryObj } from '@storybook/react-vite';
import { NewDivider } from '../../../src/components/index.ts';

const meta: Meta<typeof NewDivider> = {
  title: 'Components/List/NewDivider',
  component: NewDivider,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Line: Story = { args: {} };
