import type { Meta, StoryObj } from '@storybook/react-vite';
import { Bubble, MessageText } from '../../../src/components/index.ts';

const meta: Meta<typeof Bubble> = {
  title: 'Components/Message/Bubble',
  component: Bubble,
  render: ({ children, ...args }) => (
    <Bubble {...args}>
      <MessageText text={typeof children === 'string' ? children : ''} />
    </Bubble>
  ),
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Own: Story = { args: { side: 'own', children: 'It should have come on Tuesday' } };
export const Other: Story = { args: { side: 'other', children: 'Do you have the order number at hand?' } };
export const FirstOfRun: Story = { args: { side: 'own', last: false, children: 'Yes, 4711-0815' } };
export const LastOfRun: Story = {
  args: { side: 'own', first: false, children: 'It should have come on Tuesday' },
};
