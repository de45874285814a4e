import { createEmitter, uuidV4, uuidV7, type Emitter, type Unsubscribe } from '../../lib/index.ts';
import { initialChatState, reduceChat, type ChatEvent, type ChatState } from '../../model/index.ts';
import {
  asId,
  type ClientMessageId,
  type Cursor,
  type DisconnectReason,
  type EndReason,
  type EngagementId,
  type Parameters,
} from '../../protocol/index.ts';
import { scopeOf } from '../auth/subjectOf.ts';
import type { ChatClient, ChatClientOptions, ClientWorld, Draft } from '../chatClient.ts';
import { findOwn } from '../engagementCalls.ts';
import { asChatError, ChatClientError } from '../errors.ts';
import { LiveClient } from '../liveClient.ts';
import { openOutbox } from '../outbox/indexedDbOutbox.ts';
import { createCommands, type Command, type Commands } from './commands.ts';
import { createElection, type Election } from './createElection.ts';
import type { Seed } from './seed.ts';
import { decodeTabMessage } from './decodeTabMessage.ts';
import { faultOf, type CommandName, type TabMessage } from './tabMessage.ts';
import type { TabChannel, TabLocks } from './tabPorts.ts';

/** The version stands in the name: tabs of two releases do not speak to each other. */
const VERSION = 1;
/** A follower tells its leader of activity at most this often. */
const ACTIVITY_EVERY_MS = 5000;

/**
 * One of the tabs that share a chat. The one that leads has the `LiveClient`; the others show what it shows and ask it to
 * act. Whoever uses it cannot tell which it is.
 */
export class TabClient implements ChatClient {
  private state: ChatState = initialChatState;
  private cursor: Cursor | undefined;
  private subject: string | undefined;
  private live: LiveClient | undefined;
  private unlive: Unsubscribe | undefined;
  private election: Election | undefined;
  private channel: TabChannel | undefined;
  private unhint: Unsubscribe | undefined;
  private starting: Promise<void> | undefined;
  private tabId: string;
  private term = 0;
  /** As a leader: the number of the last event told. As a follower: of the last one heard; undefined without a state. */
  private at: number | undefined;
  private isStreamWanted = true;
  private toldActivityAtMs = -Infinity;
  private readonly wanting = new Set<string>();
  private readonly emitter: Emitter<ChatEvent> = createEmitter();
  private readonly commands: Commands;
  private readonly options: ChatClientOptions;
  private readonly world: ClientWorld;
  private readonly locks: TabLocks;

  constructor(options: ChatClientOptions, world: ClientWorld, locks: TabLocks) {
    this.options = { ...options, world };
    this.world = world;
    this.locks = locks;
    this.tabId = uuidV4(world.random);
    this.commands = createCommands(world.clock, (command) => this.dispatch(command));
    // First of all listeners: whoever hears an event finds the state that it made.
    this.emitter.subscribe((event) => {
      this.state = this.live?.getState() ?? reduceChat(this.state, event);
    });
  }

  start(): Promise<void> {
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
    return asId<EngagementId>(String(await this.run('createEngagement', parameters)));
  }

  async joinEngagement(id: EngagementId): Promise<void> {
    await this.run('joinEngagement', id);
  }

  async disconnectEngagement(id: EngagementId, reason?: DisconnectReason): Promise<void> {
    await this.run('disconnectEngagement', id, reason);
  }

  async setContextParameters(id: EngagementId, parameters: Parameters): Promise<void> {
    await this.run('setContextParameters', id, parameters);
  }

  async updateSessionParameters(parameters: Parameters): Promise<void> {
    await this.run('updateSessionParameters', parameters);
  }

  async send(id: EngagementId, draft: Draft): Promise<ClientMessageId> {
    const { clock, random } = this.world;
    const messageId = asId<ClientMessageId>(uuidV7(clock.now(), random));
    await this.run('send', id, draft, messageId);
    return messageId;
  }

  async retrySend(id: EngagementId, messageId: ClientMessageId): Promise<void> {
    await this.run('retrySend', id, messageId);
  }

  async removeUnsent(engagementId: EngagementId, clientMessageId: ClientMessageId): Promise<boolean> {
    if (this.election) return (await this.run('removeUnsent', engagementId, clientMessageId)) === true;
    const isHere = findOwn(this.state, engagementId, clientMessageId)?.delivery.status === 'failed';
    if (isHere) this.emitter.emit({ type: 'MESSAGE_REMOVED', engagementId, clientMessageId });
    return isHere;
  }

  async loadOlder(id: EngagementId): Promise<void> {
    await this.run('loadOlder', id);
  }

  async retryGap(id: EngagementId, afterSeq: number): Promise<void> {
    await this.run('retryGap', id, afterSeq);
  }

  notifyTyping(id: EngagementId): void {
    this.tell('notifyTyping', id);
  }

  markSeen(id: EngagementId, upToSeq: number): void {
    if (upToSeq > (this.state.engagements[id]?.seenUpToSeq ?? 0) || this.state.engagements[id]?.unread)
      this.tell('markSeen', id, upToSeq);
  }

  resetIdleTimeout(): void {
    const nowMs = this.world.clock.monotonic();
    const isDue = this.state.idle.status === 'warning' || nowMs - this.toldActivityAtMs > ACTIVITY_EVERY_MS;
    if (!isDue && !this.election?.isLeading) return;
    this.toldActivityAtMs = nowMs;
    this.tell('resetIdleTimeout');
  }

  async retryConnection(): Promise<void> {
    await this.run('retryConnection');
  }

  setJwt(token: string): void {
    if (this.election) this.tell('setJwt', token);
    else this.candidate().setJwt(token);
  }

  setStreamWanted(wanted: boolean): void {
    this.isStreamWanted = wanted;
    if (this.election?.isLeading) this.applyWanted();
    else this.election?.ping();
  }

  async shutdown(reason?: EndReason): Promise<void> {
    if (this.election) await this.run('shutdown', reason);
    else this.dispose();
  }

  dispose(): void {
    this.leave();
    this.dropLive();
    this.commands.end();
  }

  private async begin(): Promise<void> {
    if (!this.election) {
      const live = this.candidate();
      const subject = await live.identify();
      if (this.live !== live) throw new ChatClientError('disposed', 'The chat was closed meanwhile');
      this.enter(subject);
    }
    await this.run('start');
  }

  /** The client of this tab, should it come to lead; until then it only knows its token. */
  private candidate(): LiveClient {
    if (this.live) return this.live;
    const hooks = { openOutbox, seed: this.seed(), onFenced: () => this.election?.stepDown() };
    const live = new LiveClient(this.options, hooks);
    this.live = live;
    this.unlive = live.subscribe((event) => this.takeOwn(event));
    return live;
  }

  private seed(): Seed {
    return { subject: this.subject ?? '', state: this.state, cursor: this.cursor };
  }

  private dropLive(): void {
    this.cursor = this.live?.cursor ?? this.cursor;
    this.unlive?.();
    this.live?.dispose();
    this.live = undefined;
  }

  private enter(subject: string): void {
    const { baseUrl, integrationId } = this.options;
    const { hints, openChannel } = this.world;
    const name = `${scopeOf(baseUrl, integrationId, subject)}|${VERSION}`;
    this.subject = subject;
    this.at = undefined;
    this.channel = openChannel?.(name, (message) => this.take(decodeTabMessage(message)));
    this.election = createElection({
      ...{ name, clock: this.world.clock, locks: this.locks, term: this.term, isVisible: hints.visible },
      tabId: () => this.tabId,
      sayLead: (term) => {
        const { tabId: from, at = 0 } = this;
        this.post({ type: 'lead', from, term, at, isVisible: hints.visible() });
      },
      sayPing: (term, of) => {
        const wantsState = this.at === undefined;
        this.post({ type: 'ping', from: this.tabId, term, of, wantsState, wantsStream: this.isStreamWanted });
      },
      onLead: () => this.lead(),
      onFollow: () => this.follow(),
      onDeposed: () => {
        this.dropLive();
        this.at = undefined;
      },
    });
    this.unhint ??= hints.subscribe((hint) => {
      // A page in the back/forward cache holds neither lock nor line; when it is back it stands in line again.
      if (hint === 'leaving') this.leave();
      else if (hint === 'restored' && !this.election && this.subject !== undefined) this.enter(this.subject);
      else this.election?.look();
    });
    this.election.enter();
  }

  private leave(): void {
    const { election } = this;
    if (!election) return;
    this.term = election.term;
    this.election = undefined;
    this.post({ type: 'bye', from: this.tabId });
    if (election.isLeading) this.dropLive();
    election.leave();
    this.channel?.close();
    this.channel = undefined;
  }

  private lead(): void {
    this.at = 0;
    this.wanting.clear();
    const { status } = this.state.session;
    const live = this.candidate();
    if (status === 'open') live.takeOver(this.seed());
    else if (status === 'starting') live.start().catch(() => undefined); // it is told as SESSION_FAILED
    this.applyWanted();
    this.commands.begin();
  }

  private follow(): void {
    this.dropLive();
    this.at = undefined;
    this.election?.ping();
    this.commands.begin();
  }

  private applyWanted(): void {
    this.live?.setStreamWanted(this.isStreamWanted || this.wanting.size > 0);
  }

  private takeOwn(event: ChatEvent): void {
    this.emitter.emit(event);
    const { election } = this;
    // The others have no token whose end would concern them: they ask nobody for another one.
    if (election?.isLeading && event.type !== 'TOKEN_EXPIRED' && event.type !== 'TOKEN_EXPIRY_REMINDER') {
      this.at = (this.at ?? 0) + 1;
      this.post({ type: 'event', from: this.tabId, term: election.term, at: this.at, event });
    }
    if (event.type === 'SHUTDOWN') this.end();
  }

  /** The session is over for all tabs; a new one may be another customer's. */
  private end(): void {
    queueMicrotask(() => {
      if (this.state.session.status !== 'ended') return;
      this.leave();
      this.dropLive();
      this.cursor = undefined;
      this.commands.end();
    });
  }

  private take(message: TabMessage | undefined): void {
    const { election } = this;
    if (!message || !election) return;
    if (message.from === this.tabId) {
      this.tabId = uuidV4(this.world.random); // a copy of this tab has its id
      return;
    }
    switch (message.type) {
      case 'ping':
        election.take(message);
        return this.answer(message);
      case 'lead':
        election.take(message);
        if (election.leader === message.from && message.at > (this.at ?? Infinity)) this.missed();
        return;
      case 'state':
        return this.mirror(message);
      case 'event':
        return this.takeEvent(message);
      case 'run':
        return this.serve(message);
      case 'done':
        if (message.to !== this.tabId) return;
        if (!message.error) return this.commands.resolve(message.id, message.value);
        return this.commands.reject(message.id, errorOf(message.error));
      case 'bye':
        if (this.wanting.delete(message.from)) this.applyWanted();
    }
  }

  private answer({ from, wantsState, wantsStream }: Message<'ping'>): void {
    const { election, tabId, at = 0, state, live } = this;
    if (!election?.isLeading) return;
    if (wantsStream) this.wanting.add(from);
    else this.wanting.delete(from);
    this.applyWanted();
    if (!wantsState) return;
    const { term } = election;
    this.post({ type: 'state', from: tabId, to: from, term, at, state, cursor: live?.cursor });
  }

  private mirror({ from, to, term, at, state, cursor }: Message<'state'>): void {
    const { election } = this;
    if (to !== this.tabId || election?.leader !== from || term !== election.term) return;
    this.at = at;
    this.cursor = cursor;
    // Somebody who is about to start knows more than a leader that has not begun.
    if (state.session.status !== 'none') this.emitter.emit({ type: 'STATE_MIRRORED', state });
  }

  private takeEvent({ from, term, at, event }: Message<'event'>): void {
    const { election } = this;
    if (!election || election.isLeading || election.leader !== from || this.at === undefined) return;
    if (term === election.term && at <= this.at) return;
    if (term !== election.term || at > this.at + 1) {
      return this.missed();
    }
    this.at = at;
    if (event.type === 'ENTRY') this.cursor = event.entry.id;
    // One tab makes the sound: the one that leads.
    this.emitter.emit(event.type === 'ENTRY' ? { ...event, live: false } : event);
    if (event.type === 'SHUTDOWN') this.end();
  }

  /** Something that was told did not come: everything is asked for anew. */
  private missed(): void {
    this.at = undefined;
    this.election?.ping();
  }

  private serve({ from, id, name, args }: Message<'run'>): void {
    const { live, election } = this;
    if (!live || !election?.isLeading) return;
    const reply = { type: 'done', from: this.tabId, to: from } as const;
    perform(live, name, args).then(
      (value) => id && this.post({ ...reply, id, value }),
      (fault: unknown) => id && this.post({ ...reply, id, error: faultOf(asChatError(fault)) }),
    );
  }

  private run(name: CommandName, ...args: readonly unknown[]): Promise<unknown> {
    if (!this.election) return Promise.reject(new ChatClientError('not-started', 'There is no session'));
    return this.commands.run(name, args);
  }

  private tell(name: CommandName, ...args: readonly unknown[]): void {
    if (this.election?.isLeading && this.live) void perform(this.live, name, args).catch(() => undefined);
    else this.post({ type: 'run', from: this.tabId, name, args });
  }

  private dispatch({ id, name, args }: Command): boolean {
    const { live, election } = this;
    if (!election?.leader) return false;
    if (!election.isLeading || !live) {
      this.post({ type: 'run', from: this.tabId, id, name, args });
      return true;
    }
    perform(live, name, args).then(
      (value) => this.commands.resolve(id, value),
      (fault: unknown) => {
        // Whoever was deposed in mid-call leaves the call to the next leader.
        if (this.live === live || !this.commands.isRepeatable(id))
          this.commands.reject(id, asChatError(fault));
      },
    );
    return true;
  }

  private post(message: TabMessage): void {
    this.channel?.post(message);
  }
}

type Message<Type extends TabMessage['type']> = Extract<TabMessage, { type: Type }>;

async function perform(live: LiveClient, name: CommandName, args: readonly unknown[]): Promise<unknown> {
  return Reflect.apply(live[name], live, args);
}

function errorOf({ code, message, facts }: NonNullable<Message<'done'>['error']>): ChatClientError {
  return new ChatClientError(code, message, facts);
}
