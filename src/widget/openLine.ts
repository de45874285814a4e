import { createChatClient, createTokenEndpoint } from '../client/index.ts';
import type { BaseUrl, ChatClient, ChatClientOptions } from '../client/index.ts';
import { pause, systemClock } from '../lib/index.ts';
import { lateConfig } from './lateConfig.ts';
import type { WidgetConfig } from './widgetConfig.ts';

/** Makes a client for what the page said; it is not started, but its token is on the way. Rejects where a part cannot be fetched. */
export async function openLine(
  config: WidgetConfig,
  sessionParameters: Readonly<Record<string, string>>,
  generation: number,
): Promise<ChatLine> {
  const { storage, ...options } = readLine(config, sessionParameters);
  const client =
    storage === undefined || storage === 'local'
      ? createChatClient(options)
      : (await import('./forgetfulClient.ts')).createForgetfulClient(options, storage);
  // To make a client was one piece of work, to draw the chat is another.
  await pause(systemClock, 0);
  return { client, baseUrl: options.baseUrl, generation };
}

/** What the page said, as a client takes it, and where that is to keep things; asks for the token. */
export function readLine(
  config: WidgetConfig,
  sessionParameters: Readonly<Record<string, string>>,
): LineOptions {
  const tokens = createTokenEndpoint(config.tokenUrl, config.integrationId);
  tokens.askAhead();
  return {
    baseUrl: config.hostUrl ?? tokens.hostUrl,
    integrationId: config.integrationId,
    jwtProvider: tokens.provide,
    sessionParameters,
    ...lateConfig(config),
  };
}

type LineOptions = ChatClientOptions & ReturnType<typeof lateConfig>;

/** A client and where it speaks to; a new `generation` is a new chat. */
export interface ChatLine {
  readonly client: ChatClient;
  readonly baseUrl: BaseUrl;
  readonly generation: number;
}
