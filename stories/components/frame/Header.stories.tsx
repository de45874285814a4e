import type { Meta, StoryObj } from '@storybook/react-vite';
import { Header } from '../../../src/components/index.ts';
import { anna, bot, omar, person } from '../conversation.ts';

const meta: Meta<typeof Header> = {
  title: 'Components/Frame/Header',
  component: Header,
};

export default meta;

type Story = StoryObj<typeof meta>;

const noop = (): void => {};

export const Nobody: Story = { args: { onMinimize: noop } };
export const Bot: Story = {
  args: { participants: [bot], subtitle: 'Bicycle shop', onMinimize: noop, onEnd: noop },
};
export const Agent: Story = {
  args: { participants: [anna], subtitle: 'Bicycle shop', onMinimize: noop, onEnd: noop },
};
export const Team: Story = {
  args: { heading: 'Bicycle shop', participants: [bot, anna, omar], onMinimize: noop, onEnd: noop },
};
export const LongName: Story = {
  args: {
    participants: [person('AGENT', 'Wolfeschlegelsteinhausenbergerdorff von der Donaudampfschifffahrt')],
    onMinimize: noop,
    onEnd: noop,
  },
};
