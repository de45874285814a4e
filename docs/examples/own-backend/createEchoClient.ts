import { initialChatState, reduceChat } from 'colloquy/client';
import type { ChatClient, ChatEvent, Draft } from 'colloquy/client';
import { echoSession, ENGAGEMENT, entryOf, newId } from './echoFacts.ts';

/**
 * A `ChatClient` over a backend of one's own; here the smallest there is, a bot in the page that repeats what it hears. Two
 * things make a client: it tells events, and its state is what `reduceChat` makes of them. Hooks, panels and widget ask no more.
 */
export function createEchoClient(): ChatClient & { readonly farSays: (text: string) => void } {
  const listeners = new Set<(event: ChatEvent) => void>();
  let state = initialChatState;
  let isGone = false;
  let seq = 0;

  const tell = (event: ChatEvent): void => {
    if (isGone) return;
    state = reduceChat(state, event);
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (fault) {
        reportError(fault);
      }
    }
  };
  const farSays = (text: string): void =>
    tell({ type: 'ENTRY', entry: entryOf(++seq, 'MESSAGE_ARRIVED', { text }), live: true });

  /** Yours: call your backend, then tell what it answered. */
  const deliver = async (text: string, clientMessageId: ReturnType<typeof newId>): Promise<void> => {
    tell({ type: 'MESSAGE_SENDING', engagementId: ENGAGEMENT, clientMessageId });
    await Promise.resolve();
    const entry = entryOf(++seq, 'MESSAGE_ACCEPTED', { text, clientMessageId });
    tell({ type: 'ENTRY', entry, live: true });
    farSays(`You said: ${text}`);
  };

  return {
    farSays,
    async start() {
      if (state.session.status === 'open') return;
      tell({ type: 'SESSION_STARTING' });
      tell(echoSession(seq));
      tell({ type: 'EVENT_STREAM_CONNECTED', atMs: new Date().getTime() });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    getState: () => state,
    async send(engagementId, draft) {
      const text = textOf(draft);
      const clientMessageId = newId();
      const body = { type: 'text', text, format: 'plain' } as const;
      tell({ type: 'MESSAGE_QUEUED', engagementId, clientMessageId, body, atMs: new Date().getTime() });
      void deliver(text, clientMessageId);
      return clientMessageId;
    },
    async shutdown(reason = 'USER_CLOSED') {
      const atMs = new Date().getTime();
      tell({ type: 'SHUTDOWN', reason, atMs });
      tell({ type: 'EVENT_STREAM_CLOSED', atMs });
    },
    dispose() {
      isGone = true;
      listeners.clear();
    },
    markSeen: (engagementId, upToSeq) => tell({ type: 'MESSAGES_SEEN', engagementId, upToSeq }),
    ...ABSENT,
  };
}

/** What this backend does not have: one conversation, no past, no line that could break, no token. */
const ABSENT = {
  createEngagement: async () => ENGAGEMENT,
  joinEngagement: async () => {},
  disconnectEngagement: async () => {},
  setContextParameters: async () => {},
  updateSessionParameters: async () => {},
  retrySend: async () => {},
  removeUnsent: async () => false,
  loadOlder: async () => {},
  retryGap: async () => {},
  retryConnection: async () => {},
  notifyTyping() {},
  resetIdleTimeout() {},
  setJwt() {},
  setStreamWanted() {},
} satisfies Partial<ChatClient>;

function textOf(draft: Draft): string {
  if ('files' in draft) return draft.text ?? '';
  return 'text' in draft.body ? draft.body.text : '';
}
