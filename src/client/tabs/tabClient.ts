import { createEmitter, type Emitter, type Unsubscribe } from '../../lib/index.ts';
import { initialChatState, reduceChat, type ChatEvent, type ChatState } from '../../model/index.ts';
import type { ClientMessageId, EndReason, EngagementId } from '../../protocol/index.ts';
import type { ChatClient, ChatClientOptions, ClientWorld } from '../chatClient.ts';
import { findOwn } from '../engagementCalls.ts';
import { asChatError, ChatClientError } from '../errors.ts';
import { createCommands, type Command, type Commands } from './commands.ts';
import { createFace, type Face } from './face.ts';
import { createLead, type Lead } from './lead.ts';
import { createMembership, type Membership } from './membership.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { perform } from './perform.ts';
import { createSeat, type Seat } from './seat.ts';
import type { CommandName, TabMessage } from './tabMessage.ts';
import type { TabLocks } from '../ports/tabPorts.ts';

/**
 * One of the tabs that share a chat. The one that leads has the live client; the others show what it shows and ask it to
 * act. Whoever uses it cannot tell which it is.
 */
export function createTabClient(options: ChatClientOptions, world: ClientWorld, locks: TabLocks): ChatClient {
  const tab = new Tab({ ...options, world }, world, locks);
  return {
    ...tab.face,
    start: () => tab.start(),
    subscribe: (listener) => tab.subscribe(listener),
    getState: () => tab.state,
    removeUnsent: (id, messageId) => tab.removeUnsent(id, messageId),
    setJwt: (token) => tab.setJwt(token),
    setStreamWanted: (wanted) => tab.setStreamWanted(wanted),
    shutdown: (reason) => tab.shutdown(reason),
    dispose: () => tab.dispose(),
  };
}

class Tab {
  state: ChatState = initialChatState;
  readonly face: Face;
  #subject = '';
  #isStreamWanted = true;
  #starting: Promise<void> | undefined;
  readonly #emitter: Emitter<ChatEvent> = createEmitter();
  readonly #seat: Seat;
  readonly #membership: Membership;
  readonly #mirror: Mirror;
  readonly #lead: Lead;
  readonly #commands: Commands;

  constructor(options: ChatClientOptions, world: ClientWorld, locks: TabLocks) {
    const { baseUrl, integrationId } = options;
    const state = (): ChatState => this.state;
    const isStreamWanted = (): boolean => this.#isStreamWanted;
    this.#seat = createSeat({
      ...{ options, clock: world.clock },
      seed: () => ({ subject: this.#subject, state: this.state, cursor: this.#mirror.cursor }),
      onEvent: (event) => this.#takeOwn(event),
      onFenced: () => this.#membership.election()?.stepDown(),
      again: () => void this.start().catch(() => undefined), // told as SESSION_FAILED
    });
    this.#membership = createMembership({
      ...{ world, locks, baseUrl, integrationId, isStreamWanted },
      at: () => this.#mirror.at,
      onMessage: (message) => this.#take(message),
      onLead: () => this.#beginLeading(),
      onFollow: () => this.#beginFollowing(),
      onDeposed: () => this.#standDown(),
    });
    this.#mirror = createMirror(this.#membership, (event) => this.#emitter.emit(event), state);
    const membership = this.#membership;
    const mirror = this.#mirror;
    const seat = this.#seat;
    this.#lead = createLead({ membership, mirror, live: seat.live, state, isStreamWanted });
    this.#commands = createCommands(world.clock, (command) => this.#dispatch(command));
    this.face = createFace({
      ...{ world, state },
      isLeading: () => this.#isLeading,
      run: (name, ...args) => this.#run(name, ...args),
      tell: (name, ...args) => this.#tell(name, ...args),
    });
    // First of all listeners: whoever hears an event finds the state that it made.
    this.#emitter.subscribe((event) => {
      this.state = seat.live()?.getState() ?? reduceChat(this.state, event);
      if (event.type !== 'STATE_MIRRORED' && event.type !== 'EVENT_STREAM_CONNECTED') return;
      // The leader may not know of a gap in what this tab has read of the past.
      for (const { engagementId, timeline } of Object.values(this.state.engagements))
        for (const item of timeline)
          if (item.kind === 'gap') this.#tell('retryGap', engagementId, item.afterSeq);
    });
  }

  start(): Promise<void> {
    this.#starting ??= this.#begin().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  subscribe(listener: (event: ChatEvent) => void): Unsubscribe {
    return this.#emitter.subscribe(listener);
  }

  async removeUnsent(engagementId: EngagementId, clientMessageId: ClientMessageId): Promise<boolean> {
    if (this.#membership.election())
      return (await this.#run('removeUnsent', engagementId, clientMessageId)) === true;
    const isHere = findOwn(this.state, engagementId, clientMessageId)?.delivery.status === 'failed';
    if (isHere) this.#emitter.emit({ type: 'MESSAGE_REMOVED', engagementId, clientMessageId });
    return isHere;
  }

  setJwt(token: string): void {
    this.#seat.setJwt(token);
    if (!this.#membership.election()) this.#seat.take();
    else if (!this.#isLeading) this.#tell('renewToken');
  }

  setStreamWanted(wanted: boolean): void {
    this.#isStreamWanted = wanted;
    if (this.#isLeading) this.#lead.applyWanted();
    else this.#membership.election()?.ping();
  }

  async shutdown(reason?: EndReason): Promise<void> {
    if (this.#membership.election()) await this.#run('shutdown', reason);
    else this.dispose();
  }

  dispose(): void {
    this.#membership.quit();
    this.#dropLive();
    this.#commands.end();
  }

  get #isLeading(): boolean {
    return this.#membership.election()?.isLeading === true;
  }

  async #begin(): Promise<void> {
    const seat = this.#seat;
    const membership = this.#membership;
    if (!membership.election()) {
      const live = seat.take();
      const subject = await live.identify();
      if (seat.live() !== live) throw new ChatClientError('disposed', 'The chat was closed meanwhile');
      this.#subject = subject;
      this.#mirror.at = undefined;
      membership.enter(subject);
    }
    await this.#run('start');
  }

  #dropLive(): void {
    this.#mirror.cursor = this.#seat.live()?.cursor() ?? this.#mirror.cursor;
    this.#seat.drop();
  }

  #beginLeading(): void {
    const { session } = this.state;
    this.#lead.begin();
    if (session.status === 'open') this.#seat.takeOver();
    else if (
      session.status === 'starting' ||
      (session.status === 'failed' && session.retryAtMs !== undefined)
    )
      this.#seat
        .take()
        .start()
        .catch(() => undefined); // it is told as SESSION_FAILED
    this.#lead.applyWanted();
    this.#commands.begin();
  }

  #beginFollowing(): void {
    this.#standDown();
    this.#membership.election()?.ping();
    this.#commands.begin();
  }

  #standDown(): void {
    this.#dropLive();
    this.#mirror.at = undefined;
  }

  #takeOwn(event: ChatEvent): void {
    this.#emitter.emit(event);
    this.#lead.tellEvent(event);
    if (event.type === 'SHUTDOWN') this.#end();
  }

  /** The session is over for all tabs; a new one may be another customer's. */
  #end(): void {
    queueMicrotask(() => {
      if (this.state.session.status !== 'ended') return;
      this.#membership.leave();
      this.#dropLive();
      this.#mirror.cursor = undefined;
      this.#commands.end();
    });
  }

  #take(message: TabMessage): void {
    const membership = this.#membership;
    const mirror = this.#mirror;
    const commands = this.#commands;
    switch (message.type) {
      case 'lead':
        if (membership.election()?.leader === message.from) mirror.heardOf(message.at);
        return;
      case 'state':
        return mirror.takeState(message);
      case 'event':
        if (mirror.takeEvent(message) && message.event.type === 'SHUTDOWN') this.#end();
        return;
      case 'done': {
        const { to, id, value, error } = message;
        if (to !== membership.id()) return;
        if (!error) return commands.resolve(id, value);
        return commands.reject(id, new ChatClientError(error.code, error.message, error.facts));
      }
      default:
        return this.#lead.take(message);
    }
  }

  #run(name: CommandName, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#membership.election()) return this.#commands.run(name, args);
    return Promise.reject(new ChatClientError('not-started', 'There is no session'));
  }

  #tell(name: CommandName, ...args: readonly unknown[]): void {
    const live = this.#seat.live();
    if (this.#isLeading && live) void perform(live, name, args).catch(() => undefined);
    else this.#membership.post({ type: 'run', from: this.#membership.id(), name, args });
  }

  #dispatch({ id, name, args }: Command): boolean {
    const membership = this.#membership;
    const commands = this.#commands;
    const seat = this.#seat;
    const live = seat.live();
    if (!membership.election()?.leader) return false;
    if (!this.#isLeading || !live) {
      membership.post({ type: 'run', from: membership.id(), id, name, args });
      return true;
    }
    perform(live, name, args).then(
      (value) => commands.resolve(id, value),
      (fault: unknown) => {
        // Whoever was deposed in mid-call leaves the call to the next leader.
        if (seat.live() === live || !commands.isRepeatable(id)) commands.reject(id, asChatError(fault));
      },
    );
    return true;
  }
}
