import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { AgentDesk } from '../../src/desk/agent/AgentDesk.tsx';
import type { DeskState } from '../../src/desk/data/deskState.ts';
import { DeskStage, storySession } from './DeskStage.tsx';
import { ada, busy, conversation, idle, NOW_MS, ringing } from './deskData.ts';

function Desk({ state }: { readonly state: DeskState }): ReactElement {
  const session = useMemo(() => storySession(state), [state]);
  return (
    <DeskStage>
      <AgentDesk session={session} onSignOut={() => undefined} />
    </DeskStage>
  );
}

const meta: Meta<typeof Desk> = {
  title: 'Desk/AgentDesk',
  component: Desk,
  globals: { width: '100%' },
  parameters: { page: true, bleed: true },
  args: { state: busy },
};

export default meta;

type Story = StoryObj<typeof meta>;

const away = { ...ada, state: 'away' as const };
const closed = conversation('mara', 'Mara Lindqvist', {
  phase: 'closed',
  endedBy: 'customer',
  endedAt: new Date(NOW_MS).toISOString(),
});
const failed = {
  clientMessageId: 'mine',
  content: { kind: 'text' as const, text: 'It is on its way to you.', actions: [], cards: [] },
  atMs: NOW_MS,
  status: 'failed' as const,
};

export const Busy: Story = {};
export const Ringing: Story = { args: { state: ringing } };
export const NothingOpen: Story = { args: { state: idle } };
export const Away: Story = { args: { state: { ...idle, me: away, agents: [away] } } };
export const NobodyReady: Story = {
  args: { state: { ...busy, agents: [{ ...ada, state: 'offline' as const }] } },
};
export const LineLost: Story = {
  args: { state: { ...busy, line: { status: 'lost', retryAtMs: NOW_MS + 12_000 } } },
};
export const Guest: Story = { args: { state: { ...busy, selectedId: 'jonas' } } };
export const TextOnly: Story = {
  args: {
    state: {
      ...busy,
      conversations: {
        ...busy.conversations,
        mara: conversation('mara', 'Mara Lindqvist', { channel: 'Chat', integrationName: 'Shop chat' }),
      },
    },
  },
};
export const CustomerLeft: Story = {
  args: {
    state: {
      ...busy,
      openIds: ['jonas'],
      history: [closed.engagement],
      conversations: { ...busy.conversations, mara: closed },
    },
  },
};
export const NotSent: Story = {
  args: {
    state: {
      ...busy,
      conversations: {
        ...busy.conversations,
        mara: { ...conversation('mara', 'Mara Lindqvist'), pending: [failed] },
      },
    },
  },
};
export const Missed: Story = {
  args: { state: { ...idle, notice: { serial: 1, kind: 'missed', name: 'Mara Lindqvist' } } },
};
