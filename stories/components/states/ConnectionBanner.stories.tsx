import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectionBanner } from '../../../src/components/index.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';

const meta: Meta<typeof ConnectionBanner> = {
  title: 'Components/States/ConnectionBanner',
  component: ConnectionBanner,
};

export default meta;

type Story = StoryObj<typeof meta>;

const clock = createSimulatedClock();
const onTryNow = (): void => {};

export const Connecting: Story = { args: { connection: { status: 'connecting', sinceMs: 0 } } };
export const Connected: Story = { args: { connection: { status: 'connected', sinceMs: 0 } } };
export const Failed: Story = {
  args: {
    clock,
    onTryNow,
    connection: {
      status: 'failed',
      reason: 'SERVER_UNREACHABLE',
      message: '',
      retryAtMs: clock.now() + 12_000,
    },
  },
};
export const GivenUp: Story = {
  args: { onTryNow, connection: { status: 'failed', reason: 'RECONNECTION_TIMEOUT', message: '' } },
};
export const SignInRunOut: Story = {
  args: { connection: { status: 'failed', reason: 'UNAUTHORIZED', message: '' } },
};
export const Closed: Story = { args: { onTryNow, connection: { status: 'closed' } } };
