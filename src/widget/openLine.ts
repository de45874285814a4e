import { createChatClient, createTokenEndpoint } from '../client/index.ts';
import type { ChatClient, ChatClientOptions } from '../client/index.ts';
import { lateConfig } from './lateConfig.ts';
import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Makes a client for what the page said; it is not started. Rejects where the page named no connector and the token
 * endpoint could not be asked for one.
 */
export async function openLine(
  config: WidgetConfig,
  sessionParameters: Readonly<Record<string, string>>,
  generation: number,
): Promise<ChatLine> {
  const tokens = createTokenEndpoint(config.tokenUrl, config.integrationId);
  const baseUrl = config.hostUrl ?? (await tokens.hostUrl());
  const { storage, ...others } = lateConfig(config);
  const options: ChatClientOptions = {
    baseUrl,
    integrationId: config.integrationId,
    jwtProvider: tokens.provide,
    sessionParameters,
    ...others,
  };
  const client =
    storage === undefined || storage === 'local'
      ? createChatClient(options)
      : (await import('./forgetfulClient.ts')).createForgetfulClient(options, storage);
  return { client, baseUrl, generation };
}

/** A client and where it speaks to; a new `generation` is a new chat. */
export interface ChatLine {
  readonly client: ChatClient;
  readonly baseUrl: string;
  readonly generation: number;
}
