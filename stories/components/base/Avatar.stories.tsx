import type { Meta, StoryObj } from '@storybook/react-vite';
import { Avatar } from '../../../src/components/index.ts';
import { anna, bot, person } from '../conversation.ts';

const meta: Meta<typeof Avatar> = {
  title: 'Components/Base/Avatar',
  component: Avatar,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Person: Story = { args: { participant: anna } };
export const Bot: Story = { args: { participant: bot } };
export const Large: Story = { args: { participant: anna, size: 56 } };
export const Nameless: Story = { args: { participant: person('AGENT') } };
