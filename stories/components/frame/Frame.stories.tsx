import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  Composer,
  ConnectionBanner,
  EmptyState,
  EndedCard,
  Frame,
  Header,
  IdleWarning,
  MessageList,
} from '../../../src/components/index.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { anna, bot, conversation, NOW_MS } from '../conversation.ts';

const noop = (): void => {};
const clock = createSimulatedClock();
const composer = <Composer accept={['png', 'pdf']} />;
const list = <MessageList items={conversation} nowMs={NOW_MS} />;

const meta: Meta<typeof Frame> = {
  title: 'Components/Frame/Frame',
  component: Frame,
  args: {
    header: <Header participants={[anna]} subtitle="Bicycle shop" onMinimize={noop} onEnd={noop} />,
    children: list,
    footer: composer,
  },
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Conversation: Story = {};
export const FirstRun: Story = {
  args: { header: <Header onMinimize={noop} />, children: <EmptyState participants={[anna, bot]} /> },
};
export const Connecting: Story = {
  args: { banner: <ConnectionBanner connection={{ status: 'connecting', sinceMs: 0 }} /> },
};
export const Offline: Story = {
  args: {
    banner: (
      <ConnectionBanner
        clock={clock}
        connection={{
          status: 'failed',
          reason: 'SERVER_UNREACHABLE',
          message: '',
          retryAtMs: clock.now() + 12_000,
        }}
        onTryNow={noop}
      />
    ),
    footer: <Composer offline />,
  },
};
export const Idle: Story = {
  args: {
    footer: (
      <>
        <IdleWarning
          endsAtMs={clock.now() + 75_000}
          graceMs={120_000}
          clock={clock}
          style={{ marginInline: 12 }}
        />
        {composer}
      </>
    ),
  },
};
export const Ended: Story = { args: { footer: <EndedCard onContinue={noop} onNewChat={noop} /> } };
