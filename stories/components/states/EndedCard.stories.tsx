import type { Meta, StoryObj } from '@storybook/react-vite';
import { EndedCard } from '../../../src/components/index.ts';

const meta: Meta<typeof EndedCard> = {
  title: 'Components/States/EndedCard',
  component: EndedCard,
};

export default meta;

type Story = StoryObj<typeof meta>;

const noop = (): void => {};

export const Continue: Story = { args: { onContinue: noop, onNewChat: noop } };
export const NewChat: Story = { args: { onNewChat: noop, onTranscript: noop } };
export const Nothing: Story = { args: {} };
