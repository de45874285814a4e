import type { Meta, StoryObj } from '@storybook/react-vite';
import { ImageAttachment } from '../../../src/components/index.ts';
import { picture } from '../conversation.ts';

const meta: Meta<typeof ImageAttachment> = {
  title: 'Components/Cards/ImageAttachment',
  component: ImageAttachment,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Wide: Story = {
  args: { name: 'scratch.png', src: picture(640, 360, 260), width: 640, height: 360 },
};
export const Tall: Story = {
  args: { name: 'label.png', src: picture(300, 460, 20), width: 300, height: 460 },
};
export const Uploading: Story = {
  args: { name: 'scratch.png', src: picture(640, 360, 260), width: 640, height: 360, progress: 0.4 },
};
export const Missing: Story = { args: { name: 'scratch.png', src: undefined, width: 640, height: 360 } };
