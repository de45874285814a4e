import type { Meta, StoryObj } from '@storybook/react-vite';
import { SystemLine } from '../../../src/components/index.ts';
import { anna, bot } from '../conversation.ts';

const meta: Meta<typeof SystemLine> = {
  title: 'Components/List/SystemLine',
  component: SystemLine,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Joined: Story = { args: { faces: [anna], children: 'Anna Lindqvist joined the chat' } };
export const Handover: Story = {
  args: { faces: [bot, anna], children: 'Colly handed over to Anna Lindqvist' },
};
export const Ended: Story = { args: { children: 'The chat has ended' } };
export const Trouble: Story = { args: { tone: 'danger', children: 'Nobody is signed in at the moment' } };
