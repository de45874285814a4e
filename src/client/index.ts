export * from './chatClient.ts';
export { createChatClient } from './createChatClient.ts';
export { ChatClientError, type ChatErrorCode, type ChatErrorFacts } from './errors.ts';
export { createTokenEndpoint, type TokenEndpoint } from './tokenEndpoint.ts';
