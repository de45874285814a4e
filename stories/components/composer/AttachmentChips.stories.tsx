import type { Meta, StoryObj } from '@storybook/react-vite';
import { AttachmentChips } from '../../../src/components/index.ts';

const meta: Meta<typeof AttachmentChips> = {
  title: 'Components/Composer/AttachmentChips',
  component: AttachmentChips,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Two: Story = {
  args: {
    files: [new File(['x'.repeat(2_000)], 'Delivery note.pdf'), new File(['x'], 'scratch.txt')],
    onRemove: () => {},
  },
};
