export { AxpOmniSdk, AxpOmniSdk as AxpClientSdk } from './axpOmniSdk.ts';
export { createOmniSdk, type OmniSdkOptions } from './createOmniSdk.ts';
export { AxpConversationCore, type ConversationClass } from './conversation.ts';
export type { ConversationLink } from './conversationLink.ts';
export type { AxpOmniSdkInitParams } from './initParams.ts';
export type { JwtProvider } from './jwtProvider.ts';
export type { AxpUserSession, OmniSdk } from './omniSdk.ts';
export { AxpOmniSdkError, type OmniErrorCode } from './omniSdkError.ts';
export * from './types.ts';
