import { createLoneClient, type ClientWorld, type LoneClient } from '../../../client/index.ts';
import { createEmitter, type Clock, type Logger, type Random } from '../../../lib/index.ts';
import type { ChatEvent } from '../../../model/index.ts';
import type { EndReason, EngagementId } from '../../../protocol/index.ts';
import { clientOptions } from './clientOptions.ts';
import type { ConversationLink } from './conversationLink.ts';
import { createEntryFeed } from './entryFeed.ts';
import type { InitParams } from './initParams.ts';
import { createTellingLine, type TellingLine } from './line.ts';
import { AxpOmniSdkError, omniErrorOf } from './omniSdkError.ts';
import { createTokenSupply, type TokenSupply } from './tokenSupply.ts';

/** What a session is made of. */
export interface SessionOptions {
  readonly params: InitParams;
  readonly world: Partial<ClientWorld>;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Every event of its client, in order. */
  readonly onEvent: (event: ChatEvent, session: OmniSession) => void;
  /** It has ended, by whoever's wish; not told where `end` was called. */
  readonly onEnd: (reason: EndReason) => void;
}

/** One initialisation, from `init` to the end: the client and what stands on it. */
export class OmniSession {
  readonly client: LoneClient;
  readonly line: TellingLine;
  private status: 'opening' | 'open' | 'ended' = 'opening';
  private hasFailed = false;
  /** The reconnection window is over: nothing is tried before the page asks for it. */
  private isResting = false;
  private readonly events = createEmitter<ChatEvent>();
  private readonly endings: (() => void)[] = [];
  private readonly tokens: TokenSupply;
  private readonly options: SessionOptions;

  constructor(options: SessionOptions) {
    const { params, world, clock, random, logger } = options;
    this.options = options;
    this.line = createTellingLine(clock, logger);
    this.tokens = createTokenSupply({
      ...params,
      isOpen: () => this.status === 'open',
      use: (token) => this.client.setJwt(token),
      report: (text) => logger.warn(text),
    });
    this.client = createLoneClient({
      ...clientOptions(params, this.tokens),
      world: { storage: createForgetfulStorage(), ...world, clock, random, logger },
    });
    this.client.subscribe((event) => this.take(event));
  }

  get sessionId(): string {
    return this.client.getState().facts?.sessionId ?? '';
  }

  get isOver(): boolean {
    return this.status === 'ended';
  }

  /** Resolves when the session and its default conversation stand. Rejects with `AxpOmniSdkError`; then nothing is left of it. */
  async open(): Promise<ConversationLink> {
    try {
      await this.client.start();
      if (this.client.getState().facts?.kind !== 'messaging')
        throw new AxpOmniSdkError(
          'BadRequest',
          'This integration is one for chats; the Omni SDK needs messaging',
        );
      const engagementId = await this.client.createEngagement();
      this.check();
      this.status = 'open';
      return this.link(engagementId);
    } catch (fault) {
      await this.client.shutdown().catch(() => undefined);
      this.end();
      throw omniErrorOf(fault);
    }
  }

  /** Throws NotInitialized where it is no more. */
  readonly check = (): void => {
    if (this.status === 'ended')
      throw new AxpOmniSdkError('NotInitialized', 'The session has ended: call init');
  };

  bringToken(token: string): void {
    this.tokens.bring(token);
  }

  /** Tries the stream again at once. Throws NotDisconnected where it has not failed. */
  reconnect(): void {
    if (this.isResting) {
      this.isResting = false;
      return this.client.setStreamWanted(true);
    }
    if (!this.hasFailed)
      throw new AxpOmniSdkError('NotDisconnected', 'The event stream is not disconnected: nothing to retry');
    this.client.retryConnection().catch(() => undefined); // an attempt is under way already
  }

  /** Lets go of everything; whoever still waits for something hears of it. Twice is fine. */
  end(): void {
    if (this.status === 'ended') return;
    this.status = 'ended';
    for (const work of this.endings.splice(0)) work();
    this.client.dispose();
  }

  private link(engagementId: EngagementId): ConversationLink {
    const { clock, random, logger, params } = this.options;
    const { client, line, events, check } = this;
    const feed = createEntryFeed(client, engagementId);
    events.subscribe(feed.take);
    const onEnd = (work: () => void): void => void this.endings.push(work);
    return {
      ...{ engagementId, client, line, clock, random, logger, check, onEnd },
      ...{ baseUrl: params.baseUrl, entries: feed, events },
    };
  }

  private take(event: ChatEvent): void {
    if (this.status === 'ended') return;
    if (event.type === 'EVENT_STREAM_CLOSED' && this.isResting) return; // closed by us, not by the page
    this.options.onEvent(event, this);
    this.tokens.take(event);
    this.events.emit(event);
    switch (event.type) {
      case 'EVENT_STREAM_CONNECTED':
        this.hasFailed = false;
        return;
      case 'EVENT_STREAM_FAILED':
        this.hasFailed = true;
        if (event.reason === 'RECONNECTION_TIMEOUT') this.rest();
        return;
      case 'SHUTDOWN':
        if (this.status === 'open') this.options.onEnd(event.reason);
        return;
      default:
    }
  }

  /** Our client would go on trying, now and then; this SDK waits for `reconnect`. */
  private rest(): void {
    this.isResting = true;
    this.client.setStreamWanted(false);
  }
}

/** `init` begins a session of its own each time. */
function createForgetfulStorage(): ClientWorld['storage'] {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}
