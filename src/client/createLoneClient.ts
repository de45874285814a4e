import type { ChatClientOptions } from './chatClient.ts';
import { createLiveClient, type LiveClient } from './liveClient.ts';
import { openMemoryOutbox } from './outbox/outboxStore.ts';

/**
 * Makes a client that shares nothing with other tabs and forgets what it could not send: one session per page. Nothing
 * happens before `start`.
 */
export function createLoneClient(options: Omit<ChatClientOptions, 'shareTabs'>): LoneClient {
  return createLiveClient(options, { openOutbox: openMemoryOutbox });
}

/** A client that also answers questions which the state does not: `refresh` and `readHistory`. */
export type LoneClient = Omit<LiveClient, 'cursor' | 'identify' | 'renewToken' | 'takeOver'>;
