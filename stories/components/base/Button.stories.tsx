import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '../../../src/components/index.ts';

const meta: Meta<typeof Button> = {
  title: 'Components/Base/Button',
  component: Button,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Primary: Story = { args: { tone: 'primary', children: 'Stay in the chat' } };
export const Quiet: Story = { args: { children: 'Try now' } };
export const Text: Story = { args: { tone: 'text', children: 'Try again' } };
export const Disabled: Story = { args: { tone: 'primary', disabled: true, children: 'Continue' } };
