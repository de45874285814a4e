import { systemClock } from '../../src/lib/index.ts';
import type { ChatEvent } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type {
  ClientMessageId,
  EngagementId,
  IntegrationKind,
  MessageBody,
} from '../../src/protocol/index.ts';
import { accepted, ANNA, arrived, came, GREETER, terminated, went } from '../../test/support/chatEntries.ts';
import { createFakeChatClient, NOON_MS, wireEngagement } from '../../test/support/fakeChatClient.ts';
import type { FakeChatClient } from '../../test/support/fakeChatClient.ts';

const HERE = asId<EngagementId>('engagement-0');
const SOON_MS = 25_000;
const IDLE_GRACE_MS = 30_000;

const QUESTION: MessageBody = {
  type: 'text',
  text: 'Good morning! I am the greeter of **Harrow & Wren**. What brings you here?',
  format: 'markdown',
  actions: [
    { type: 'reply', text: 'Where is my order?', payload: 'order' },
    { type: 'reply', text: 'Help me choose', payload: 'choose' },
    { type: 'reply', text: 'Talk to a person', payload: 'person' },
  ],
};

const GREETING: readonly ChatEvent[] = [came(1, GREETER), arrived(2, QUESTION, { sender: GREETER })];

const TALK: readonly ChatEvent[] = [
  ...GREETING,
  accepted(
    3,
    { type: 'choice', action: 'reply', text: 'Talk to a person', payload: 'person' },
    { parent: 'message-2' },
  ),
  arrived(4, 'Of course. Somebody will be with you in a moment.', { sender: GREETER }),
  went(5, GREETER),
  came(6, ANNA),
  arrived(7, 'Hello, Anna here. How can I help?'),
  accepted(8, 'Hi Anna! I ordered two bags of Slate Hill on Monday, one of them for my mother.', {
    minute: 9,
  }),
  accepted(9, 'Could you send hers to a different address?', { minute: 9 }),
  arrived(10, 'Gladly. It has not been roasted yet, so there is time.', { minute: 11 }),
  arrived(11, 'Where should it go?', { minute: 11 }),
];

/** The states that a story can show. */
export type ChatStateName =
  | 'empty'
  | 'greeted'
  | 'talking'
  | 'typing'
  | 'sending'
  | 'failed'
  | 'unkept'
  | 'connecting'
  | 'reconnecting'
  | 'idle'
  | 'idleChat'
  | 'ended'
  | 'over'
  | 'refused'
  | 'rich';

/** One maker per state of the whole chat, for stories and for looking at. */
export const STATES: Readonly<Record<ChatStateName, () => FakeChatClient>> = {
  empty: () => opened('messaging'),
  greeted: () => opened('messaging', ...GREETING),
  talking: () => opened('messaging', ...TALK),
  typing: () =>
    opened('messaging', ...TALK, { type: 'TYPING_STARTED', engagementId: HERE, participant: ANNA }),
  sending: () =>
    opened('messaging', ...TALK, ...pending('Wharf Lane 4, the blue door.', { type: 'MESSAGE_SENDING' })),
  failed: () =>
    opened(
      'messaging',
      ...TALK,
      ...pending('Wharf Lane 4, the blue door.', {
        type: 'MESSAGE_REJECTED',
        code: 'unreachable',
        detail: '',
        retryable: true,
      }),
    ),
  unkept: () =>
    opened(
      'messaging',
      ...TALK,
      { type: 'OUTBOX_OPENED', durable: false },
      ...pending('Wharf Lane 4, the blue door.', { type: 'MESSAGE_SENDING' }),
    ),
  reconnecting: () =>
    opened('messaging', ...TALK, {
      type: 'EVENT_STREAM_FAILED',
      atMs: NOON_MS,
      reason: 'SERVER_UNREACHABLE',
      message: '',
      retryAfterMs: soon(),
    }),
  connecting: () => opened('messaging', ...TALK, { type: 'EVENT_STREAM_CONNECTING', atMs: NOON_MS }),
  idle: () => opened('messaging', ...TALK, idle()),
  // A chat ends for good, so that it is asked about first.
  idleChat: () =>
    opened(
      'chat',
      { type: 'ENGAGEMENT_JOINED', engagementId: HERE, engagement: wireEngagement('chat') },
      ...TALK,
      idle(),
    ),
  ended: () => opened('messaging', ...TALK, { type: 'SHUTDOWN', reason: 'USER_INACTIVE', atMs: NOON_MS }),
  over: () => opened('messaging', ...TALK, went(12, ANNA), terminated(13)),
  refused: () => {
    const client = createFakeChatClient('messaging', { staysShut: true });
    client.emit({ type: 'SESSION_FAILED', code: 'unauthenticated', detail: '' });
    return client;
  },
  rich: () => opened('messaging', ...GREETING, ...RICH),
};

const RICH: readonly ChatEvent[] = [
  arrived(
    3,
    {
      type: 'carousel',
      text: 'Three that are kind to beginners:',
      items: ['Wren’s Morning', 'Slate Hill', 'Old Harrow'].map((title) => ({
        title,
        description: 'Milk chocolate, orange peel, an easy temper.',
        actions: [{ type: 'postback', text: 'This one', payload: title }],
      })),
    },
    { sender: GREETER },
  ),
  arrived(
    4,
    {
      type: 'text',
      text: 'Shall I see how far the shop is from you?',
      format: 'plain',
      actions: [{ type: 'locationRequest', text: 'Share my location' }],
    },
    { sender: GREETER },
  ),
];

function opened(kind: IntegrationKind, ...opensWith: readonly ChatEvent[]): FakeChatClient {
  return createFakeChatClient(kind, { opensWith });
}

function pending(text: string, event: PendingEvent): readonly ChatEvent[] {
  const clientMessageId = asId<ClientMessageId>('pending');
  const base = { engagementId: HERE, clientMessageId };
  return [
    {
      type: 'MESSAGE_QUEUED',
      ...base,
      body: { type: 'text', text, format: 'plain' },
      atMs: NOON_MS + 720_000,
    },
    { ...base, ...event },
  ];
}

type PendingEvent =
  | { readonly type: 'MESSAGE_SENDING' | 'MESSAGE_WAITING' }
  | {
      readonly type: 'MESSAGE_REJECTED';
      readonly code: 'unreachable';
      readonly detail: string;
      readonly retryable: boolean;
    };

/** By the real clock, as the ring counts: five seconds of thirty are gone. */
function idle(): ChatEvent {
  return { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS + soon() - IDLE_GRACE_MS, graceMs: IDLE_GRACE_MS };
}

/** The events stand at a fixed noon, the components count by the real clock: so long after noon something is due. */
function soon(): number {
  return systemClock.now() - NOON_MS + SOON_MS;
}
