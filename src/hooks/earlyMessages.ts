import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { contentOf, shownOf } from '../client/index.ts';
import type { ChatClient, Draft } from '../client/index.ts';
import { systemClock } from '../lib/index.ts';
import { waitingItem } from '../model/index.ts';
import type { TimelineItem } from '../model/index.ts';
import type { ClientMessageId, EngagementId } from '../protocol/index.ts';

/** A message that was sent before there was an engagement to take it, as a row of the list. */
export interface EarlyMessage {
  /** Where it is to go; undefined: into the engagement that is being had. */
  readonly target: EngagementId | undefined;
  readonly item: TimelineItem;
}

const stores = new WeakMap<ChatClient, StoreApi<readonly EarlyMessage[]>>();

/** The early messages of a client, oldest first. */
export function earlyMessagesOf(client: ChatClient): StoreApi<readonly EarlyMessage[]> {
  const store = stores.get(client) ?? createStore<readonly EarlyMessage[]>(() => []);
  stores.set(client, store);
  return store;
}

/** Shows a draft as waiting until what is returned is called. @param id what the message will be called when it is queued. */
export function showEarly(
  client: ChatClient,
  target: EngagementId | undefined,
  draft: Draft,
  id: ClientMessageId,
): () => void {
  const { setState } = earlyMessagesOf(client);
  const { parentMessageId } = draft;
  const sent = { clientMessageId: id, parentMessageId, atMs: systemClock.now() };
  const early: EarlyMessage = { target, item: waitingItem({ ...sent, ...shownOf(contentOf(draft)) }) };
  setState((all) => [...all, early], true);
  return () => setState((all) => all.filter((one) => one !== early), true);
}
