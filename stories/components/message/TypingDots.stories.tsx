import type { Meta, StoryObj } from '@storybook/react-vite';
import { TypingDots } from '../../../src/components/index.ts';
import { anna, omar } from '../conversation.ts';

const meta: Meta<typeof TypingDots> = {
  title: 'Components/Message/TypingDots',
  component: TypingDots,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Somebody: Story = { args: { participants: [anna] } };
export const Several: Story = { args: { participants: [anna, omar] } };
export const Nobody: Story = { args: { participants: [] } };
