import type { EngagementId, HistoryPage } from '../protocol/index.ts';
import type { ChatClient, ChatClientOptions } from './chatClient.ts';
import type { HistoryAsk } from './history.ts';
import { assemble } from './liveClient.ts';
import { openMemoryOutbox } from './outbox/outboxStore.ts';

/**
 * Makes a client that shares nothing with other tabs and forgets what it could not send: one session per page. Nothing
 * happens before `start`.
 */
export function createLoneClient(options: Omit<ChatClientOptions, 'shareTabs'>): LoneClient {
  const { client, core, engagements } = assemble(options, { openOutbox: openMemoryOutbox });
  return {
    ...client,
    refresh: () => engagements.refresh(),
    async readHistory(id, ask) {
      core.sessionId(); // throws where there is none
      return core.parts.history.readPage(id, ask);
    },
  };
}

/** A client that also answers questions which the state does not. */
export interface LoneClient extends ChatClient {
  /** Brings the facts of all engagements of the customer up to date, joined or not. Rejects with `ChatClientError`. */
  refresh(): Promise<void>;
  /**
   * One page of an engagement's past, joined or not, without touching the state: entries other than receipts, ascending.
   * Rejects with `ChatClientError`.
   */
  readHistory(id: EngagementId, ask?: HistoryAsk): Promise<HistoryPage>;
}
