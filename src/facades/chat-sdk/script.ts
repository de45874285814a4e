import { AvayaCCaaSChatSDK } from './chatSdkOfPage.ts';

// The entry of the classic script `chat-sdk.js`: one global, with the twelve functions and nothing else.
Object.assign(window, { AvayaCCaaSChatSDK });
