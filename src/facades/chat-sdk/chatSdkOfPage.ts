import type { ChatSdk } from './chatSdk.ts';
import { createChatSdk } from './createChatSdk.ts';

/** The one SDK of this page, by the name that pages know: one session per page. */
export const AvayaCCaaSChatSDK: ChatSdk = createChatSdk();
