import { silentLogger, systemClock, systemRandom } from '../../lib/index.ts';
import type { Clock, Logger, Random, Timer } from '../../lib/index.ts';
import type { DeskEvent } from '../../protocol/desk/index.ts';
import { createDeskActions } from './deskActions.ts';
import type { DeskActions } from './deskActions.ts';
import { createDeskCall } from './deskCall.ts';
import type { DeskFetch } from './deskCall.ts';
import { createDeskClient } from './deskClient.ts';
import type { DeskClient, SignedIn } from './deskClient.ts';
import { faultCode } from './deskFault.ts';
import { createDeskOutbox } from './deskOutbox.ts';
import type { DeskOutbox } from './deskOutbox.ts';
import { createDeskStore } from './deskStore.ts';
import type { DeskStore } from './deskStore.ts';
import { openDeskStream } from './deskStream.ts';

/** A typing mark of the other side lives so long without a new one, milliseconds (docs/sandbox.md). */
const TYPING_SHOWN_MS = 5_000;
/** One signed-in agent: the state to show and everything that can be done. */
export interface DeskSession extends DeskOutbox, DeskActions {
  readonly store: DeskStore['readable'];
  /** For reading past transcripts. Rejects with a `DeskFault`. */
  readonly details: DeskClient['details'];
  retryNow(): void;
  /** Ends the sign-in at the contact centre, then closes. Closes even where nobody answers. */
  signOut(): Promise<void>;
  /** Lets go of the stream and all timers; the sign-in stays. */
  close(): void;
}

/** Opens the stream and folds what it brings. */
export function createDeskSession(options: DeskSessionOptions): DeskSession {
  const { baseUrl = '', fetch, clock = systemClock, random = systemRandom, logger = silentLogger } = options;
  const { token, agent } = options.signedIn;
  const store = createDeskStore();
  const client = createDeskClient(createDeskCall(baseUrl, fetch, token));
  const typingTimers = new Map<string, Timer>();
  const state = () => store.readable.getState();
  const nameOf = (id: string): string =>
    (
      state().conversations[id]?.engagement ??
      state().alerts.find((each) => each.engagement.id === id)?.engagement
    )?.customerName ?? '';

  /** Runs a call; a dead token ends the session, anything else is told in passing. */
  const attempt = async (id: string, task: () => Promise<void>): Promise<void> => {
    try {
      await task();
    } catch (fault) {
      const code = faultCode(fault);
      logger.warn('A call of the desk failed', { code });
      if (code === 'signed-out') options.onSignedOut();
      else store.fold({ type: 'notice', kind: code === 'conflict' ? 'taken' : 'failed', name: nameOf(id) });
    }
  };
  const load = async (id: string): Promise<void> =>
    store.fold({ type: 'details', details: await client.details(id) });

  const onEvent = (event: DeskEvent): void => {
    store.fold({ type: 'event', event, atMs: clock.now() });
    if (event.type === 'typing') {
      clock.clear(typingTimers.get(event.id));
      const over = (): void => store.fold({ type: 'typing-over', id: event.id });
      typingTimers.set(event.id, clock.after(TYPING_SHOWN_MS, over));
    }
    if (event.type !== 'engagement-updated') return;
    const { id, phase, agentId } = event.engagement;
    // Accepted in another window of mine: this one has never seen its messages.
    if (phase === 'agent' && agentId === agent.agentId && !state().openIds.includes(id))
      void attempt(id, () => load(id));
  };
  store.fold({ type: 'me', me: agent });
  const stream = openDeskStream({
    ...{ baseUrl, token, fetch, clock, random, logger, onEvent, onSignedOut: options.onSignedOut },
    onLine: (line) => store.fold({ type: 'line', line }),
  });
  const close = (): void => {
    stream.close();
    for (const timer of typingTimers.values()) clock.clear(timer);
  };

  return {
    store: store.readable,
    ...createDeskOutbox({ client, store, clock, random, onSignedOut: options.onSignedOut }),
    details: client.details,
    ...createDeskActions({ client, store, clock, attempt }),
    retryNow: stream.retryNow,
    async signOut() {
      await client.signOut().catch(() => undefined);
      close();
    },
    close,
  };
}

/** What a session needs. Clock, random and logger default to the platform's (the logger to silence). */
export interface DeskSessionOptions {
  /** Origin without a trailing slash; default the page's own. */
  readonly baseUrl?: string;
  readonly signedIn: Extract<SignedIn, { readonly role: 'agent' }>;
  readonly fetch: DeskFetch;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
  /** The token died: the person must sign in again. May be called more than once. */
  readonly onSignedOut: () => void;
}
