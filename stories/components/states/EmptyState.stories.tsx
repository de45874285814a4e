import type { Meta, StoryObj } from '@storybook/react-vite';
import { EmptyState } from '../../../src/components/index.ts';
import { anna, bot, omar } from '../conversation.ts';

const meta: Meta<typeof EmptyState> = {
  title: 'Components/States/EmptyState',
  component: EmptyState,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Greeting: Story = { args: {} };
export const WithFaces: Story = { args: { participants: [anna, omar, bot] } };
export const OwnWords: Story = { args: { heading: 'Ahoy!', text: 'Ask us about bicycles.' } };
