import type { Meta, StoryObj } from '@storybook/react-vite';
import { LinkCard } from '../../../src/components/index.ts';

const meta: Meta<typeof LinkCard> = {
  title: 'Components/Cards/LinkCard',
  component: LinkCard,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Link: Story = {
  args: {
    url: 'https://guide.example/tyres',
    heading: 'How to mend a tyre',
    description: 'Ten minutes, two levers, one patch.',
  },
};
export const Unsafe: Story = { args: { url: 'javascript:alert(1)', heading: 'How to mend a tyre' } };
