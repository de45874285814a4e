import { backoffMs, createEmitter, type Emitter, type Unsubscribe } from '../lib/index.ts';
import { initialChatState, reduceChat, type ChatEvent, type ChatState } from '../model/index.ts';
import type {
  ClientMessageId,
  Cursor,
  DisconnectReason,
  EndReason,
  EngagementId,
  HistoryPage,
  Parameters,
  ServerFrame,
  SessionView,
  WireEngagement,
} from '../protocol/index.ts';
import { scopeOf, subjectOf } from './auth/subjectOf.ts';
import type { ChatClient, ChatClientOptions, Draft } from './chatClient.ts';
import * as calls from './engagementCalls.ts';
import { asChatError, asEventCode, ChatClientError } from './errors.ts';
import type { HistoryAsk } from './history.ts';
import { checkDraft, resendable } from './outbox/checkDraft.ts';
import { FLUSH_MS } from './outbox/outbox.ts';
import type { OpenOutbox } from './outbox/outboxStore.ts';
import { createParts, type Parts } from './parts.ts';
import { pause, withRetries } from './retries.ts';
import { factsOf } from './sessionFacts.ts';
import { plantSeed, unsentIn, type Seed } from './tabs/seed.ts';

type Phase = 'off' | 'on' | 'ending';

/** The client itself. Made by `createChatClient`, which hands out its methods only. */
export class LiveClient implements ChatClient {
  private phase: Phase = 'off';
  private isWanted = false;
  private isStreamWanted = true;
  private starting: Promise<void> | undefined;
  private ending: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  private offsetMs = 0;
  private state: ChatState;
  private subject: string | undefined;
  private opened: Promise<void> | undefined;
  private hasOrphans = false;
  private unhint: Unsubscribe | undefined;
  private readonly emitter: Emitter<ChatEvent> = createEmitter();
  private readonly parts: Parts;
  private readonly options: ChatClientOptions;
  private readonly hooks: LiveHooks;

  constructor(options: ChatClientOptions, hooks: LiveHooks) {
    this.options = options;
    this.hooks = hooks;
    this.state = hooks.seed?.state ?? initialChatState;
    // First of all listeners: whoever hears an event finds the state that it made.
    this.emitter.subscribe((event) => (this.state = reduceChat(this.state, event)));
    this.parts = createParts(options, {
      publish: (event) => this.publish(event),
      onHello: (hello) => this.takeHello(hello),
      onCaughtUp: () => this.resume(),
      onOutdated: () => void this.readAnew(),
      onSessionGone: () => this.sessionGone('UNKNOWN'),
      onInactive: () => void this.shutdown('USER_INACTIVE'),
      serverNow: () => this.parts.world.clock.now() + this.offsetMs,
      isConversing: () => calls.isConversing(this.state),
    });
    this.parts.tokens.onFresh(() => {
      this.parts.connection.freshToken();
      if (this.phase === 'on') this.parts.outbox.wake();
    });
    if (hooks.seed) plantSeed(this.parts, hooks.seed);
  }

  get cursor(): Cursor | undefined {
    return this.parts.inbox.cursor();
  }

  /** The customer, as the token says. Rejects where there is none, and tells of it. */
  async identify(): Promise<string> {
    await this.ending;
    this.publish({ type: 'SESSION_STARTING' });
    return this.orTell(async () => subjectOf((await this.parts.tokens.get()).token));
  }

  /** Goes on where another tab stopped. The page has been on all the while, so nothing is told of it. */
  takeOver({ subject, state: { idle } }: Seed): void {
    this.isWanted = true;
    this.phase = 'on';
    this.hasOrphans = true;
    this.opened = this.openOutbox(subject);
    this.parts.idle.start(idle.status === 'warning' ? idle.endsAtMs : undefined);
    this.listenToHints();
    void this.opened.then(() => this.resumeLine());
  }

  start(): Promise<void> {
    this.isWanted = true;
    if (this.phase === 'on') return Promise.resolve();
    this.starting ??= this.begin().finally(() => (this.starting = undefined));
    return this.starting;
  }

  subscribe(listener: (event: ChatEvent) => void): Unsubscribe {
    return this.emitter.subscribe(listener);
  }

  getState(): ChatState {
    return this.state;
  }

  async createEngagement(parameters?: Parameters): Promise<EngagementId> {
    this.parts.idle.activity();
    const standing = calls.defaultConversation(this.state);
    if (standing) {
      if (parameters) await this.setContextParameters(standing, parameters);
      return standing;
    }
    const engagement = await calls.create(this.parts, this.sessionId(), parameters);
    this.adopt(engagement);
    return engagement.engagementId;
  }

  async joinEngagement(id: EngagementId): Promise<void> {
    this.parts.idle.activity();
    this.adopt(await calls.join(this.parts, this.sessionId(), id));
  }

  async disconnectEngagement(id: EngagementId, reason: DisconnectReason = 'USER_CLOSED'): Promise<void> {
    this.parts.idle.activity();
    await calls.disconnect(this.parts, this.sessionId(), id, reason);
  }

  async setContextParameters(id: EngagementId, parameters: Parameters): Promise<void> {
    await calls.putContext(this.parts, this.sessionId(), id, parameters);
  }

  async updateSessionParameters(parameters: Parameters): Promise<void> {
    await calls.putParameters(this.parts, this.sessionId(), parameters);
  }

  async send(id: EngagementId, draft: Draft, messageId?: ClientMessageId): Promise<ClientMessageId> {
    this.parts.idle.activity();
    await this.opened;
    // Asked again by a tab whose leader went away before it could answer.
    if (messageId && (this.parts.outbox.has(messageId) || calls.findOwn(this.state, id, messageId)))
      return messageId;
    // What comes while the session ends would neither be sent nor handed back.
    const facts = this.phase === 'on' ? this.state.facts : undefined;
    const fault = checkDraft(draft, facts, this.state.engagements[id]);
    if (fault) throw fault;
    return this.parts.outbox.queue(id, draft, messageId);
  }

  async retrySend(id: EngagementId, messageId: ClientMessageId): Promise<void> {
    this.parts.idle.activity();
    if (await this.parts.outbox.retry(id, messageId)) return;
    const message = calls.findOwn(this.state, id, messageId);
    // Files are gone with the page that held them.
    const isGone = message?.localFiles !== undefined && message.seq === undefined;
    const body = message && !isGone && resendable(message.body);
    if (!message || !body || message.delivery.status !== 'failed')
      throw new ChatClientError('not-found', 'There is no failed message of this id');
    if (message.seq === undefined) {
      const { parentMessageId } = message;
      await this.parts.outbox.queueAgain(id, { clientMessageId: messageId, body, parentMessageId });
    } else await this.parts.outbox.queueCopy(id, body, message.body);
  }

  async removeUnsent(id: EngagementId, messageId: ClientMessageId): Promise<boolean> {
    return this.parts.outbox.remove(id, messageId);
  }

  loadOlder(id: EngagementId): Promise<void> {
    return this.parts.history.loadOlder(id);
  }

  async retryGap(id: EngagementId): Promise<void> {
    this.parts.inbox.retryGaps(id);
  }

  notifyTyping(id: EngagementId): void {
    if (this.phase === 'on' && this.state.facts?.features.typing) this.parts.typing.notify(id);
  }

  markSeen(id: EngagementId, upToSeq: number): void {
    if (this.parts.seen.mark(id, upToSeq)) this.publish({ type: 'MESSAGES_SEEN', engagementId: id, upToSeq });
  }

  resetIdleTimeout(): void {
    this.parts.idle.activity();
  }

  async retryConnection(): Promise<void> {
    if (!this.parts.connection.retryNow())
      throw new ChatClientError('retry-not-allowed', 'The connection has not failed');
  }

  setJwt(token: string): void {
    this.parts.tokens.set(token);
  }

  setStreamWanted(wanted: boolean): void {
    this.isStreamWanted = wanted;
    const { connection, session, tokens } = this.parts;
    if (this.phase !== 'on') return;
    if (!wanted) connection.stop();
    else if (session.id && tokens.peek()) connection.start(session.id); // else `resumeLine` waits for a token
  }

  shutdown(reason: EndReason = 'USER_CLOSED'): Promise<void> {
    if (this.phase === 'off' && !this.starting) return Promise.resolve();
    this.isWanted = false;
    this.ending ??= this.end(reason).finally(() => (this.ending = undefined));
    return this.ending;
  }

  dispose(): void {
    this.isWanted = false;
    this.phase = 'off';
    this.letGo();
    this.subject = undefined;
    this.parts.outbox.close();
  }

  /** Everything that happens passes here: told to all in one order, then to the parts that it concerns. */
  private publish(event: ChatEvent): void {
    this.emitter.emit(event);
    switch (event.type) {
      case 'ENTRY':
        this.parts.outbox.takeEntry(event.entry);
        if (event.entry.type === 'ENGAGEMENT_OPENED') this.open(event.entry.engagement);
        if (event.entry.type === 'SESSION_ENDED') this.sessionGone(event.entry.reason);
        return;
      case 'GAP_FILLED':
      case 'HISTORY_LOADED':
        for (const entry of event.entries) this.parts.outbox.takeEntry(entry);
        return;
      case 'TYPING_STARTED':
      case 'TYPING_STOPPED':
        return this.parts.typing.take(event);
      case 'TOKEN_EXPIRED':
        return this.parts.connection.tokenExpired();
      default:
    }
  }

  private async begin(): Promise<void> {
    await this.ending;
    if (this.state.session.status !== 'starting') this.publish({ type: 'SESSION_STARTING' });
    const view = await this.orTell(async () => {
      const { token } = await this.parts.tokens.get();
      const [opened] = await Promise.all([this.parts.session.open(), this.openOutbox(subjectOf(token))]);
      return opened;
    });
    if (!this.isWanted) throw new ChatClientError('disposed', 'The chat was closed meanwhile');
    this.phase = 'on';
    this.learn(view);
    this.parts.inbox.setCursor(view.cursor);
    this.publish({ type: 'INITIALIZED', facts: factsOf(view), engagements: view.engagements });
    for (const engagement of view.engagements) this.open(engagement);
    this.showKept();
    this.parts.idle.start();
    this.listenToHints();
    this.parts.outbox.wake();
    if (this.isStreamWanted) this.parts.connection.start(view.sessionId);
  }

  private async orTell<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (fault) {
      const error = asChatError(fault);
      this.publish({ type: 'SESSION_FAILED', code: asEventCode(error.code), detail: error.message });
      throw error;
    }
  }

  /** The unsent messages of this customer; kept open until another one comes, or the page goes. */
  private async openOutbox(subject: string): Promise<void> {
    if (this.subject === subject) return;
    this.subject = subject;
    const { baseUrl, integrationId } = this.options;
    const store = await this.hooks.openOutbox({
      ...this.parts.world,
      scope: scopeOf(baseUrl, integrationId, subject),
      onDurable: () => this.showKept(),
      onFenced: this.hooks.onFenced,
    });
    if (this.subject === subject) this.parts.outbox.open(store);
    else store.close(); // the page went meanwhile
  }

  /** What earlier pages could not send, and whether what is unsent outlives this one. */
  private showKept(): void {
    const { outbox } = this.parts;
    if (this.phase !== 'on') return;
    this.publish({ type: 'OUTBOX_OPENED', durable: outbox.durable });
    outbox.restore((id) => this.state.engagements[id] !== undefined);
  }

  /** A line that was taken over waits for a token for as long as it takes. */
  private async resumeLine(): Promise<void> {
    const { tokens, session, connection, outbox, world } = this.parts;
    this.showKept();
    for (let attempt = 0; this.phase === 'on'; attempt++) {
      try {
        await tokens.get();
        break;
      } catch (fault) {
        const { message } = asChatError(fault);
        const retryAfterMs = backoffMs(attempt, () => world.random.next());
        const failed = {
          type: 'EVENT_STREAM_FAILED',
          reason: 'UNAUTHORIZED',
          message,
          retryAfterMs,
        } as const;
        this.publish({ ...failed, atMs: world.clock.now() });
        await pause(world.clock, retryAfterMs);
      }
    }
    if (this.phase !== 'on') return;
    outbox.wake();
    if (this.isStreamWanted && session.id) connection.start(session.id);
  }

  /** Messages that only the memory of a tab held which is no more. */
  private giveUpOrphans(): void {
    if (!this.hasOrphans) return;
    this.hasOrphans = false;
    for (const one of Object.values(this.state.engagements).flatMap(unsentIn))
      if (!this.parts.outbox.has(one.clientMessageId))
        this.publish({ type: 'MESSAGE_REJECTED', ...one, code: 'internal', detail: '', retryable: true });
  }

  private learn(view: SessionView): void {
    this.parts.tokens.learn(view.tokenExpiresInMs);
    this.offsetMs = Date.parse(view.serverTime) - this.parts.world.clock.now();
  }

  /** Takes an engagement in as the server sees it now, and reads of its past what is not here. */
  private open(engagement: WireEngagement): void {
    const { engagementId, head, joined } = engagement;
    const kind = this.parts.inbox.open(engagement);
    const { history, seen } = this.parts;
    if (kind === 'reset') {
      seen.forget(engagementId);
      history.forget(engagementId);
      this.publish({ type: 'ENGAGEMENT_RESET', engagementId, engagement });
    }
    // One that was known before it was joined has no past here yet.
    if (kind === 'known' && history.hasBegun(engagementId)) return;
    if (joined && head.seq > 0) void history.loadNewest(engagementId);
  }

  private adopt(engagement: WireEngagement): void {
    this.publish({ type: 'ENGAGEMENT_JOINED', engagementId: engagement.engagementId, engagement });
    this.open(engagement);
    this.parts.outbox.restore((id) => id === engagement.engagementId);
  }

  private takeHello(hello: Extract<ServerFrame, { type: 'hello' }>): void {
    this.offsetMs = Date.parse(hello.serverTime) - this.parts.world.clock.now();
    if (hello.resume === 'replay') return;
    this.parts.inbox.setCursor(hello.cursor);
    void this.readAnew();
  }

  /** Reads the session as it is now, once at a time. What was missed is then found by the heads. */
  private readAnew(): Promise<void> {
    this.reading ??= withRetries(this.parts.world, () => this.parts.session.read())
      .then((view) => {
        if (this.phase !== 'on') return;
        this.learn(view);
        for (const engagement of view.engagements) this.adopt(engagement);
      })
      .catch((fault: unknown) => {
        if (asChatError(fault).code === 'session-gone') this.sessionGone('UNKNOWN');
      })
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** The customer's engagements as the server has them now, told as ENGAGEMENT_JOINED each. */
  async refresh(): Promise<void> {
    this.sessionId();
    const view = await withRetries(this.parts.world, () => this.parts.session.read());
    if (this.phase !== 'on') return;
    this.learn(view);
    for (const engagement of view.engagements) this.adopt(engagement);
  }

  /** One page of an engagement's past, joined or not; the state does not change. */
  async readHistory(id: EngagementId, page: HistoryAsk): Promise<HistoryPage> {
    this.sessionId();
    return this.parts.history.readPage(id, page);
  }

  private resume(): void {
    const { inbox, history, seen, outbox } = this.parts;
    inbox.retryGaps();
    history.resume();
    seen.resume();
    outbox.wake();
    this.giveUpOrphans();
  }

  /** The server has ended the session. Our own ending is told by `end`. */
  private sessionGone(reason: EndReason): void {
    if (this.phase !== 'on') return;
    this.phase = 'off';
    const atMs = this.parts.world.clock.now();
    const { connection } = this.state;
    const isTold = connection.status === 'failed' && connection.reason === 'SDK_SESSION_INVALID';
    this.letGo();
    this.parts.session.forget();
    const message = 'The session was ended by the server';
    if (!isTold) this.publish({ type: 'EVENT_STREAM_FAILED', atMs, reason: 'SDK_SESSION_INVALID', message });
    this.publish({ type: 'SHUTDOWN', reason, atMs });
  }

  private async end(reason: EndReason): Promise<void> {
    await this.starting?.catch(() => undefined);
    if (this.phase === 'off' && !this.parts.session.id) return;
    this.phase = 'ending';
    const { connection, outbox, session, idle, world } = this.parts;
    idle.stop();
    const keepsRest = reason === 'USER_INACTIVE' && outbox.durable;
    await outbox.flush(connection.isOpen ? FLUSH_MS : 0, keepsRest);
    connection.stop();
    await session.end(reason).catch(() => undefined); // what cannot be told, the server's own time limit ends
    this.letGo();
    this.phase = 'off';
    this.publish({ type: 'SHUTDOWN', reason, atMs: world.clock.now() });
  }

  private letGo(): void {
    const { connection, idle, typing, seen, tokens, inbox, outbox } = this.parts;
    for (const part of [idle, typing, seen, tokens]) part.stop();
    connection.dispose();
    inbox.suspend();
    outbox.pause();
    this.unhint?.();
    this.unhint = undefined;
  }

  private listenToHints(): void {
    const { hints } = this.parts.world;
    this.unhint?.();
    this.unhint = hints.subscribe((hint) => {
      if (hint === 'hidden' || hint === 'leaving') return;
      this.parts.idle.check();
      this.parts.tokens.check();
      this.parts.connection.hint();
      if (hint === 'online') this.parts.outbox.wake();
    });
  }

  private sessionId(): NonNullable<Parts['session']['id']> {
    const { id } = this.parts.session;
    if (!id || this.phase !== 'on') throw new ChatClientError('not-started', 'There is no session');
    return id;
  }
}

/** Where unsent messages go. Where tabs share: what another left, and whom to tell that another has taken over. */
export interface LiveHooks {
  readonly openOutbox: OpenOutbox;
  readonly seed?: Seed | undefined;
  readonly onFenced?: () => void;
}
