export * from './chatClient.ts';
export { createChatClient } from './createChatClient.ts';
export { createLoneClient, type LoneClient } from './createLoneClient.ts';
export { ChatClientError, type ChatErrorCode, type ChatErrorFacts } from './errors.ts';
export type { HistoryAsk } from './history.ts';
export { createTokenEndpoint, type TokenEndpoint } from './tokenEndpoint.ts';
