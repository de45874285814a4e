import type { ChatClient, ChatClientOptions } from './chatClient.ts';
import type { Joining } from './live/joining.ts';
import { createLiveClient } from './liveClient.ts';
import { openMemoryOutbox } from './outbox/outboxStore.ts';

/**
 * Makes a client that shares nothing with other tabs and forgets what it could not send: one session per page. Nothing
 * happens before `start`.
 */
export function createLoneClient(options: Omit<ChatClientOptions, 'shareTabs'>): LoneClient {
  return createLiveClient(options, { openOutbox: openMemoryOutbox }).client;
}

/** A client that also answers questions which the state does not. */
export interface LoneClient extends ChatClient, Joining {}
