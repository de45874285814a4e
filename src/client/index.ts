export type { BaseUrl } from './baseUrl.ts';
export * from './chatClient.ts';
export { createChatClient } from './createChatClient.ts';
export { createLoneClient, type LoneClient } from './createLoneClient.ts';
export { ChatClientError, type ChatErrorCode, type ChatErrorFacts } from './errors.ts';
export { createTextClient, type TextClient, type TextClientOptions } from './text/createTextClient.ts';
export type { Taken } from './text/textSender.ts';
/** For who shows a draft before a client has it. */
export { contentOf, shownOf } from './outbox/content.ts';
export type { HistoryAsk } from './history.ts';
export { createTokenEndpoint, type TokenEndpoint } from './tokenEndpoint.ts';
/** For who puts something around one part of the platform's world and leaves the others as they are. */
export { worldWith } from './world.ts';
/** For a client of one's own: the state is what these make of the events, whoever tells them. */
export { initialChatState, reduceChat } from '../model/index.ts';
export type { ChatEvent, ChatState } from '../model/index.ts';
