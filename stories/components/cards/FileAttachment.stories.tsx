import type { Meta, StoryObj } from '@storybook/react-vite';
import { FileAttachment } from '../../../src/components/index.ts';

const meta: Meta<typeof FileAttachment> = {
  title: 'Components/Cards/FileAttachment',
  component: FileAttachment,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const File: Story = {
  args: { name: 'Delivery note 4711-0815.pdf', sizeBytes: 248_000, href: 'https://shop.example/f.pdf' },
};
export const Uploading: Story = { args: { name: 'claim.docx', sizeBytes: 1_248_000, progress: 0.6 } };
export const LongName: Story = {
  args: {
    name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenhalterung.pdf',
    sizeBytes: 900,
    href: 'https://shop.example/f.pdf',
  },
};
export const Disguised: Story = {
  args: { name: 'photo\u202Egnp.exe', sizeBytes: 900, href: 'https://shop.example/f' },
};
