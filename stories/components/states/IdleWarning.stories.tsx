import type { Meta, StoryObj } from '@storybook/react-vite';
import { IdleWarning } from '../../../src/components/index.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';

const meta: Meta<typeof IdleWarning> = {
  title: 'Components/States/IdleWarning',
  component: IdleWarning,
};

export default meta;

type Story = StoryObj<typeof meta>;

// Stands still, so that a story looks the same every time.
const clock = createSimulatedClock();

export const Warning: Story = { args: { endsAtMs: clock.now() + 75_000, graceMs: 120_000, clock } };
export const LastSeconds: Story = { args: { endsAtMs: clock.now() + 8_000, graceMs: 120_000, clock } };
export const Over: Story = { args: { endsAtMs: clock.now(), graceMs: 120_000, clock } };
