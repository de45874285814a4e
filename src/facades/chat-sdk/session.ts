import {
  createTextClient,
  type ProvidedToken,
  type TextClient,
  type TextClientOptions,
} from '../../client/index.ts';
import type { Clock } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import { asId, type EndReason, type EngagementId } from '../../protocol/index.ts';
import { acsErrorOf } from './acsErrorOf.ts';
import { ACSException, type WarningCode } from './acsException.ts';
import type { ChatEngagement, UserContext } from './engagement.ts';
import { createEngagementFace, isOver } from './engagementFace.ts';
import { createEntryTeller, type EntryTeller } from './entryTeller.ts';
import type { EventDesk } from './eventDesk.ts';
import { tellLine } from './lineTeller.ts';
import { createMessageOf, type MessageOf } from './messageOf.ts';
import { createOwnMessages, type OwnMessages } from './ownMessages.ts';
import type { Settings } from './readConfig.ts';
import type { InitParams } from './readInit.ts';

/** What a session is made of. */
export interface SessionOptions extends InitParams, Settings {
  readonly world: TextClientOptions['world'] & { readonly clock: Clock };
  readonly desk: EventDesk;
  readonly warn: (code: WarningCode) => void;
  /** It has ended, by whoever's wish; `reason` where it was the customer's or the idle timer's. */
  readonly onEnd: (reason: EndReason) => void;
  /** The server has ended it. */
  readonly onLost: () => void;
}

/** One initialisation, from `init` to the end: the client and all that stands on it. */
export class Session {
  readonly client: TextClient;
  readonly own: OwnMessages;
  readonly messageOf: MessageOf;
  readonly warn: (code: WarningCode) => void;
  #status: 'opening' | 'open' | 'lost' | 'ended' = 'opening';
  #hasFailed = false;
  /** The reconnection window is over: nothing is tried before the page asks for it. */
  #isResting = false;
  #isToken = true;
  #wanted: ((token: ProvidedToken) => void)[] = [];
  readonly #faces = new Map<EngagementId, ChatEngagement>();
  readonly #teller: EntryTeller;
  readonly #options: SessionOptions;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.warn = options.warn;
    this.messageOf = createMessageOf(options.baseUrl);
    this.client = createTextClient({ ...options, jwtProvider: () => this.#provide() });
    this.own = createOwnMessages(this.client, this.messageOf);
    this.#teller = createEntryTeller(this, options.desk);
    this.client.subscribe((event) => this.#take(event));
  }

  /**
   * Resolves when the session stands and its stream was heard, or has failed for the first time: the events tell how it goes
   * on. Rejects with `ACSException`, and then nothing is left of it.
   */
  async open(): Promise<UserContext> {
    const line = this.#firstWord();
    line.catch(() => undefined); // awaited below, unless the start fails before it
    try {
      await this.client.start();
      await line;
    } catch (fault) {
      this.end();
      throw acsErrorOf(fault, 'init');
    }
    this.#status = 'open';
    const { facts } = this.client.getState();
    const { displayName, sessionParameters = {} } = facts ?? {};
    return {
      ...(displayName !== undefined && { displayName }),
      engagements: this.list(),
      ...(Object.keys(sessionParameters).length > 0 && { sessionParameters: { ...sessionParameters } }),
    };
  }

  /** Throws ACS-310 or ACS-320 where it is no more. */
  readonly check = (): void => {
    if (this.#status === 'lost') throw new ACSException('ACS-320');
    if (this.#status === 'ended') throw new ACSException('ACS-310');
  };

  /** Those that are not over, oldest first. */
  list(): ChatEngagement[] {
    const { engagements, engagementIds } = this.client.getState();
    return engagementIds.flatMap((id) => {
      const engagement = engagements[id];
      return engagement && !isOver(engagement.status) ? [this.#face(id, engagement.createdAtMs)] : [];
    });
  }

  async refresh(): Promise<void> {
    await this.client.refresh().catch((fault: unknown) => {
      throw acsErrorOf(fault, 'engagement');
    });
  }

  async find(text: string): Promise<ChatEngagement | undefined> {
    const id = asId<EngagementId>(text);
    if (!this.client.getState().engagements[id]?.joined) await this.refresh();
    const found = this.client.getState().engagements[id];
    return found && this.#face(id, found.createdAtMs);
  }

  async create(parameters: Parameters<TextClient['createEngagement']>[0]): Promise<ChatEngagement> {
    const id = await this.client.createEngagement(parameters).catch((fault: unknown) => {
      throw acsErrorOf(fault, 'engagement');
    });
    return this.#face(id, this.client.getState().engagements[id]?.createdAtMs ?? 0);
  }

  setToken(token: string): void {
    const { appkey } = this.#options;
    this.client.setJwt(token);
    for (const give of this.#wanted.splice(0)) give({ token, appkey });
  }

  /** Throws ACS-318 where nothing has failed. */
  retry(): void {
    if (this.#isResting) {
      this.#isResting = false;
      return this.client.setStreamWanted(true);
    }
    if (!this.#hasFailed) throw new ACSException('ACS-318');
    this.client.retryConnection().catch(() => undefined); // an attempt is under way already
  }

  end(): void {
    if (this.#status === 'ended') return;
    this.#status = 'ended';
    this.client.dispose();
  }

  #face(id: EngagementId, createdAtMs: number): ChatEngagement {
    const known = this.#faces.get(id) ?? createEngagementFace(this, id, createdAtMs);
    this.#faces.set(id, known);
    return known;
  }

  /** The token of `init`; afterwards whatever the page sets next, for as long as the client waits. */
  #provide(): Promise<ProvidedToken> {
    const { token, appkey } = this.#options;
    const isFirst = this.#isToken;
    this.#isToken = false;
    if (isFirst) return Promise.resolve({ token, appkey });
    if (this.#status !== 'open') return Promise.reject(new Error('The page has given no other token'));
    return new Promise((resolve) => void this.#wanted.push(resolve));
  }

  #firstWord(): Promise<void> {
    return new Promise((resolve, reject) => {
      const unsubscribe = this.client.subscribe((event) => {
        if (event.type === 'SESSION_FAILED') unsubscribe(); // `start` rejects with more
        if (event.type !== 'EVENT_STREAM_CONNECTED' && event.type !== 'EVENT_STREAM_FAILED') return;
        unsubscribe();
        if (event.type === 'EVENT_STREAM_CONNECTED') return resolve();
        const { reason, message } = event;
        if (reason === 'FORBIDDEN' || reason === 'UNAUTHORIZED') reject(new ACSException('ACS-305', message));
        else if (reason === 'SDK_SESSION_INVALID') reject(new ACSException('ACS-311', message));
        else resolve();
      });
    });
  }

  #take(event: ChatEvent): void {
    if (this.#status === 'ended') return;
    const { desk, warn } = this.#options;
    this.own.take(event);
    this.#teller.take(event);
    if (event.type === 'EVENT_STREAM_CLOSED' && this.#isResting) return; // closed by us, not by the page
    tellLine(desk, warn, event);
    switch (event.type) {
      case 'EVENT_STREAM_FAILED':
        this.#hasFailed = true;
        if (event.reason === 'RECONNECTION_TIMEOUT') this.#rest();
        if (event.reason === 'SDK_SESSION_INVALID') this.#lose();
        return;
      case 'EVENT_STREAM_CONNECTED':
        this.#hasFailed = false;
        return;
      case 'SHUTDOWN':
        if (this.#status === 'open') this.#options.onEnd(event.reason);
        return;
      default:
    }
  }

  /** The client would go on trying, now and then; the Chat SDK waits for `retryConnection`. */
  #rest(): void {
    this.#isResting = true;
    this.client.setStreamWanted(false);
  }

  #lose(): void {
    if (this.#status !== 'open') return;
    this.#status = 'lost';
    this.#options.onLost();
  }
}
