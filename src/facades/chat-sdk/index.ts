export { AvayaCCaaSChatSDK } from './chatSdkOfPage.ts';
export { createChatSdk, type ChatSdkOptions } from './createChatSdk.ts';
export { ACSException, ERRORS, WARNINGS, type ErrorCode, type WarningCode } from './acsException.ts';
export type * from './chatSdk.ts';
export type * from './engagement.ts';
export * from './events.ts';
export type { PageStorage } from './sessionStore.ts';
