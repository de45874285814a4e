import { createChatClient } from '../../client/index.ts';
import type { ChatClient } from '../../client/index.ts';
import {
  clientOptions,
  createTokenSupply,
  omniErrorOf,
  plainToken,
} from '../../facades/omni-sdk/core/forElement.ts';
import type { InitParams, TokenSupply } from '../../facades/omni-sdk/core/forElement.ts';
import type { Logger } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import { selectEngagement } from '../../model/index.ts';
import type { Parameters } from '../../protocol/index.ts';
import { createHookedClient } from './hookedClient.ts';
import type { UiHooks } from './hooks.ts';
import type { AxpOmniSdkMessagingUiConfig } from './uiConfig.ts';

/**
 * The client behind one element: one that shares its session with the other tabs of the customer and keeps what it could
 * not send yet over a reload. The page's token provider is asked as the documents say.
 */
export class UiSession {
  /** What the element shows: the client with the page's hooks. */
  readonly shown: ChatClient;
  readonly baseUrl: string;
  private readonly client: ChatClient;
  private readonly tokens: TokenSupply;
  private isOpen = false;

  constructor(options: UiSessionOptions) {
    const { params, hooks, world, logger } = options;
    this.baseUrl = params.baseUrl;
    this.tokens = createTokenSupply({
      ...params,
      isOpen: () => this.isOpen,
      use: (token) => this.client.setJwt(token),
      report: (text) => logger.warn(text),
    });
    this.client = createChatClient({
      ...clientOptions(params, this.tokens),
      world: { ...world, logger },
    });
    this.client.subscribe((event) => {
      this.tokens.take(event);
      options.onEvent(event);
    });
    this.shown = createHookedClient(this.client, hooks, this.baseUrl, logger);
  }

  /** Resolves when the session stands. Rejects with `AxpOmniSdkError`; then nothing is left of it. */
  async open(contextParameters: Parameters | undefined): Promise<void> {
    try {
      await this.client.start();
    } catch (fault) {
      this.client.dispose();
      throw omniErrorOf(fault);
    }
    this.isOpen = true;
    const id = selectEngagement(this.client.getState())?.engagementId;
    if (!contextParameters || !id) return;
    await this.client.setContextParameters(id, contextParameters).catch((fault: unknown) => {
      throw omniErrorOf(fault);
    });
  }

  bringToken(token: unknown): void {
    this.tokens.bring(plainToken(token));
  }

  resetIdleTimeout(): void {
    this.client.resetIdleTimeout();
  }

  /** Ends the session, whatever the server says to it. */
  async end(): Promise<void> {
    await this.client.shutdown('USER_CLOSED').catch(() => undefined);
    this.client.dispose();
  }

  /** Lets go of it; the session stays. */
  dispose(): void {
    this.client.dispose();
  }
}

/** What a session is made of. */
export interface UiSessionOptions {
  readonly params: InitParams;
  readonly hooks: UiHooks;
  readonly world: AxpOmniSdkMessagingUiConfig['world'];
  readonly logger: Logger;
  readonly onEvent: (event: ChatEvent) => void;
}
