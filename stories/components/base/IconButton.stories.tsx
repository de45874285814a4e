import type { Meta, StoryObj } from '@storybook/react-vite';
import { IconButton } from '../../../src/components/index.ts';

const meta: Meta<typeof IconButton> = {
  title: 'Components/Base/IconButton',
  component: IconButton,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Plain: Story = { args: { icon: 'minimize', label: 'Minimize chat' } };
export const Accent: Story = { args: { icon: 'send', label: 'Send message', tone: 'accent' } };
export const Disabled: Story = {
  args: { icon: 'send', label: 'Send message', tone: 'accent', disabled: true },
};
