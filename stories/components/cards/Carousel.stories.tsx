import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Carousel } from '../../../src/components/index.ts';
import type { CarouselItem } from '../../../src/protocol/index.ts';
import { picture } from '../conversation.ts';

const meta: Meta<typeof Carousel> = {
  title: 'Components/Cards/Carousel',
  component: Carousel,
};

export default meta;

type Story = StoryObj<typeof meta>;

const items: readonly CarouselItem[] = [
  {
    title: 'Havn 3',
    description: 'Step-through frame, three gears, lights and a basket.',
    mediaUrl: picture(320, 180, 210),
    actions: [
      { type: 'postback', text: 'Reserve', payload: 'R1' },
      { type: 'link', text: 'Details', uri: 'https://shop.example/havn' },
    ],
  },
  {
    title: 'Strand 7',
    description: 'Light, belt drive, seven gears.',
    mediaUrl: picture(320, 180, 150),
    actions: [{ type: 'postback', text: 'Reserve', payload: 'R2' }],
  },
  {
    title: 'Lund Cargo',
    mediaUrl: 'data:image/png;base64,broken',
    actions: [{ type: 'postback', text: 'Reserve', payload: 'R3' }],
  },
];

export const Cards: Story = { args: { items } };
export const Chosen: Story = { args: { items, chosen: 'R1' } };
export const Single: Story = { args: { items: items.slice(0, 1) } };
export const NoPictures: Story = { args: { items: items.map(({ title, actions }) => ({ title, actions })) } };
/** A button of a card tells which one it was. */
export const Reserved: Story = {
  args: { items, onAction: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const [, second] = canvas.getAllByRole('button', { name: /Reserve/ });
    if (!second) throw new Error('The second card can be reserved');
    await userEvent.click(second);
    await expect(args.onAction).toHaveBeenCalledWith(items[1]?.actions[0]);
  },
};
