import type { Meta, StoryObj } from '@storybook/react-vite';
import { ErrorState } from '../../../src/components/index.ts';

const meta: Meta<typeof ErrorState> = {
  title: 'Components/States/ErrorState',
  component: ErrorState,
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Broken: Story = { args: { onRetry: () => {} } };
export const CannotStart: Story = {
  args: { heading: 'The chat could not start', text: 'The server cannot be reached.', onRetry: () => {} },
};
