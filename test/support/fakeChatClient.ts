import type { ChatClient, Draft } from '../../src/client/chatClient.ts';
import { createEmitter } from '../../src/lib/index.ts';
import { initialChatState, reduceChat } from '../../src/model/index.ts';
import type { ChatEvent, ChatState, SessionFacts } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type {
  ClientMessageId,
  DialogId,
  EngagementId,
  Epoch,
  IntegrationKind,
  ParticipantId,
  SessionId,
  WireEngagement,
} from '../../src/protocol/index.ts';

/** The wall clock of all fakes: a Saturday noon. */
export const NOON_MS = Date.UTC(2026, 10, 21, 12, 0, 0);

/** A client without a line: it folds the events that a test or story tells it, and writes down what was asked of it. */
export interface FakeChatClient extends ChatClient {
  emit(...events: readonly ChatEvent[]): void;
  /** Names of the methods called, oldest first. */
  readonly calls: string[];
  readonly sent: Draft[];
  /** Parameters handed to `updateSessionParameters`, oldest first. */
  readonly parameters: unknown[];
  isDisposed: boolean;
}

/** @param kind a messaging client has its one conversation from the start, a chat client none. */
export function createFakeChatClient(
  kind: IntegrationKind = 'messaging',
  options: FakeOptions = {},
): FakeChatClient {
  const emitter = createEmitter<ChatEvent>();
  const calls: string[] = [];
  const sent: Draft[] = [];
  const parameters: unknown[] = [];
  let state: ChatState = initialChatState;
  let count = 0;

  const emit = (...events: readonly ChatEvent[]): void => {
    for (const event of events) {
      state = reduceChat(state, event);
      emitter.emit(event);
    }
  };
  const note = (name: string): void => void calls.push(name);

  const opening = [...(options.opensWith ?? [])];
  let starting: Promise<void> | undefined;
  const open = async (): Promise<void> => {
    emit({ type: 'SESSION_STARTING' });
    await Promise.resolve();
    const engagements = kind === 'chat' ? [] : [wireEngagement(kind)];
    emit(
      { type: 'INITIALIZED', facts: factsOf(kind), engagements },
      { type: 'EVENT_STREAM_CONNECTED', atMs: NOON_MS },
      ...opening.splice(0),
    );
  };

  const client: FakeChatClient = {
    calls,
    sent,
    parameters,
    isDisposed: false,
    emit,
    async start() {
      note('start');
      if (state.session.status === 'open' || options.staysShut) return;
      starting ??= open().finally(() => (starting = undefined));
      await starting;
    },
    subscribe: emitter.subscribe,
    getState: () => state,
    async createEngagement() {
      note('createEngagement');
      const engagement = wireEngagement(kind, `engagement-${++count}`);
      emit({ type: 'ENGAGEMENT_JOINED', engagementId: engagement.engagementId, engagement });
      return engagement.engagementId;
    },
    joinEngagement: async () => note('joinEngagement'),
    disconnectEngagement: async () => note('disconnectEngagement'),
    setContextParameters: async () => note('setContextParameters'),
    async updateSessionParameters(given) {
      note('updateSessionParameters');
      parameters.push(given);
    },
    async send(engagementId, draft, clientMessageId = asId<ClientMessageId>(`own-${++count}`)) {
      note('send');
      if (options.refuses) throw new Error('outbox-full');
      sent.push(draft);
      const body =
        'files' in draft
          ? { type: 'files' as const, text: draft.text ?? '', attachments: [] }
          : shownBody(draft.body);
      const parent = draft.parentMessageId === undefined ? {} : { parentMessageId: draft.parentMessageId };
      emit({ type: 'MESSAGE_QUEUED', engagementId, clientMessageId, body, atMs: NOON_MS, ...parent });
      return clientMessageId;
    },
    retrySend: async () => note('retrySend'),
    async removeUnsent(engagementId, clientMessageId) {
      note('removeUnsent');
      emit({ type: 'MESSAGE_REMOVED', engagementId, clientMessageId });
      return true;
    },
    async loadOlder(engagementId) {
      note('loadOlder');
      emit({ type: 'HISTORY_LOADED', engagementId, entries: [] });
    },
    retryGap: async () => note('retryGap'),
    notifyTyping: () => note('notifyTyping'),
    markSeen(engagementId, upToSeq) {
      note('markSeen');
      emit({ type: 'MESSAGES_SEEN', engagementId, upToSeq });
    },
    resetIdleTimeout() {
      note('resetIdleTimeout');
      emit({ type: 'IDLE_TIMEOUT_RESET' });
    },
    retryConnection: async () => note('retryConnection'),
    setJwt: () => note('setJwt'),
    setStreamWanted: (wanted) => note(`setStreamWanted ${wanted}`),
    async shutdown(reason = 'USER_CLOSED') {
      note('shutdown');
      emit({ type: 'SHUTDOWN', reason, atMs: NOON_MS }, { type: 'EVENT_STREAM_CLOSED', atMs: NOON_MS });
    },
    dispose() {
      note('dispose');
      client.isDisposed = true;
    },
  };
  return client;
}

export interface FakeOptions {
  /** `start` does nothing: the test tells the session's events itself. */
  readonly staysShut?: boolean;
  /** What happens as soon as the session is open, the first time. */
  readonly opensWith?: readonly ChatEvent[];
  /** `send` rejects. */
  readonly refuses?: boolean;
}

/** An engagement with nothing said in it; its id is `engagement-0` unless told otherwise. */
export function wireEngagement(kind: IntegrationKind = 'messaging', id = 'engagement-0'): WireEngagement {
  return {
    engagementId: asId<EngagementId>(id),
    dialogId: asId<DialogId>(`dialog-of-${id}`),
    status: 'ACTIVE',
    kind,
    createdAt: new Date(NOON_MS).toISOString(),
    lastUpdatedAt: new Date(NOON_MS).toISOString(),
    participants: [],
    head: { epoch: asId<Epoch>('epoch'), seq: 0 },
    joined: true,
  };
}

function factsOf(kind: IntegrationKind): SessionFacts {
  return {
    sessionId: asId<SessionId>('session'),
    participantId: asId<ParticipantId>('customer'),
    integrationId: kind,
    kind,
    sessionParameters: {},
    limits: { textLength: 4096, fileBytes: 50 * 1024 * 1024, fileTypes: ['png', 'jpg', 'pdf'] },
    features: {
      richMedia: kind === 'messaging',
      files: kind === 'messaging',
      typing: true,
      readReceipts: true,
      createEngagement: kind === 'chat',
    },
  };
}

function shownBody(body: Exclude<Draft, { files: unknown }>['body']) {
  if (body.type === 'text') return { ...body, format: 'plain' as const };
  return body.type === 'location' ? { text: '', ...body } : body;
}
