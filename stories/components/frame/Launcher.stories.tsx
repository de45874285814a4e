import type { Meta, StoryObj } from '@storybook/react-vite';
import { Launcher } from '../../../src/components/index.ts';

const meta: Meta<typeof Launcher> = {
  title: 'Components/Frame/Launcher',
  component: Launcher,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Closed: Story = { args: {} };
export const Unread: Story = { args: { unread: 3 } };
export const Many: Story = { args: { unread: 120 } };
export const Open: Story = { args: { open: true } };
