import type { ChatClient, Draft } from '../client/index.ts';
import { systemClock, systemRandom, uuidV7 } from '../lib/index.ts';
import { selectEngagement } from '../model/index.ts';
import type { ChatState } from '../model/index.ts';
import { asId } from '../protocol/index.ts';
import type { ClientMessageId, EngagementId } from '../protocol/index.ts';
import { showEarly } from './earlyMessages.ts';

/** Engagements that are being created, so that the second of two quick messages does not create another. */
const creating = new WeakMap<ChatClient, Promise<EngagementId>>();

/**
 * Sends into the engagement of this id, or without one into the engagement that is open. On a chat integration with none,
 * the first message creates it; before the session is open it waits, over failures too that are tried again by themselves, and
 * stands among the early messages (`useMessages`). Rejects with `ChatClientError` where the message could not be kept, and
 * with an `Error` where there is nothing to write into.
 */
export async function sendDraft(
  client: ChatClient,
  draft: Draft,
  id?: EngagementId,
): Promise<ClientMessageId> {
  const state = client.getState();
  if (!isPending(state) && !selectMustCreate(state, id))
    return client.send(await engagementFor(client, id), draft);
  const messageId = asId<ClientMessageId>(uuidV7(systemClock.now(), systemRandom));
  const hide = showEarly(client, id, draft, messageId);
  try {
    await opened(client);
    return await client.send(await engagementFor(client, id), draft, messageId);
  } finally {
    hide();
  }
}

/** Nothing is open here (any more), and the customer may open something by writing. */
export function selectMustCreate(state: ChatState, id?: EngagementId): boolean {
  if (id !== undefined || state.session.status !== 'open') return false;
  const youngest = selectEngagement(state);
  const isNone = youngest === undefined || youngest.status === 'TERMINATED';
  return isNone && state.facts?.features.createEngagement === true;
}

async function engagementFor(client: ChatClient, id: EngagementId | undefined): Promise<EngagementId> {
  const state = client.getState();
  if (selectMustCreate(state, id)) {
    const started = creating.get(client) ?? client.createEngagement().finally(() => creating.delete(client));
    creating.set(client, started);
    return started;
  }
  const found = selectEngagement(state, id)?.engagementId;
  if (found) return found;
  throw new Error('Colloquy: there is no engagement to write into. Start the session first.');
}

/** Who writes while the session is being opened is a little early, not wrong: it waits until that is decided. */
async function opened(client: ChatClient): Promise<void> {
  while (isPending(client.getState()))
    await new Promise<void>((resolve) => {
      const stop = client.subscribe(() => {
        stop();
        resolve();
      });
    });
}

/** Whether the session is yet to come: a start that failed and is tried again by itself is not decided either. */
export function isPending({ session }: ChatState): boolean {
  if (session.status === 'failed') return session.retryAtMs !== undefined;
  return session.status === 'none' || session.status === 'starting';
}
