import type { Meta, StoryObj } from '@storybook/react-vite';
import { LocationCard } from '../../../src/components/index.ts';

const meta: Meta<typeof LocationCard> = {
  title: 'Components/Cards/LocationCard',
  component: LocationCard,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Named: Story = {
  args: {
    location: {
      latitude: 52.52,
      longitude: 13.4,
      name: 'Bicycle shop Mitte',
      address: '1 Example Street, 10115 Berlin',
    },
  },
};
export const Bare: Story = { args: { location: { latitude: 52.52, longitude: 13.4 } } };
