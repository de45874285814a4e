import type { Unsubscribe } from '../../lib/index.ts';
import type { EndReason } from '../../protocol/index.ts';
import { asChatError, asEventCode, ChatClientError } from '../errors.ts';
import { factsOf } from '../sessionFacts.ts';
import type { LineParts } from '../lineParts.ts';
import type { Core, Phase } from './core.ts';
import type { Engagements } from './engagements.ts';
import type { Restart } from './restart.ts';

/** How long the end of a session waits for what is on its way. */
export const FLUSH_MS = 5000;

/** What one kind of client does at the turns of its life, and another does not. */
export interface LifeHooks {
  /** Whose token it is says whose messages are kept. */
  readonly onToken: (token: string) => Promise<void> | void;
  readonly onOpen: () => void;
  /** Timers of its own are let go. */
  readonly onRest: () => void;
  readonly onDispose: () => void;
  /** What begins the next start of one that failed. */
  readonly makeRestart: (parts: LineParts) => Restart;
}

/** A session from its beginning to its end, and the line that belongs to it. */
export class Life {
  phase: Phase = 'off';
  #isWanted = false;
  #isStreamWanted = true;
  #starting: Promise<void> | undefined;
  #ending: Promise<void> | undefined;
  #unhint: Unsubscribe | undefined;
  readonly #core: Core;
  readonly #engagements: Engagements;
  readonly #hooks: LifeHooks;
  readonly #restart: Restart;

  constructor(core: Core, engagements: Engagements, hooks: LifeHooks) {
    this.#core = core;
    this.#engagements = engagements;
    this.#hooks = hooks;
    this.#restart = hooks.makeRestart(core.parts);
  }

  /** Rejects with the first failure; a start that may succeed later is tried again by itself (`SESSION_FAILED`). */
  start(): Promise<void> {
    this.#isWanted = true;
    this.#restart.clear();
    if (this.phase === 'on') return Promise.resolve();
    this.#starting ??= this.#begin().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  /** Does what a start begins with. A failure is told; where it may pass, a start follows by itself. */
  async prepare<T>(work: () => Promise<T>): Promise<T> {
    this.#isWanted = true;
    this.#restart.clear();
    await this.#ending;
    this.#tellStarting();
    this.#listenToHints();
    try {
      return await work();
    } catch (fault) {
      const error = asChatError(fault);
      const retryAtMs = this.#isWanted ? this.#restart.later(error) : undefined;
      const code = asEventCode(error);
      this.#core.publish({ type: 'SESSION_FAILED', code, detail: error.message, retryAtMs });
      throw error;
    }
  }

  /** Goes on with a session that stands already. The page has been on all the while, so nothing is told of it. */
  resume(): void {
    this.#isWanted = true;
    this.phase = 'on';
    this.#listenToHints();
  }

  /** Opens the line, where one is wanted. */
  goOn(): void {
    const { outbox, session, connection } = this.#core.parts;
    outbox.wake();
    if (this.#isStreamWanted && session.id) connection.start(session.id);
  }

  setStreamWanted(wanted: boolean): void {
    this.#isStreamWanted = wanted;
    const { connection, session, tokens } = this.#core.parts;
    if (this.phase !== 'on') return;
    if (!wanted) connection.stop();
    else if (session.id && tokens.peek()) connection.start(session.id); // else `resumeLine` waits for a token
  }

  /** Ends the session; what cannot be told to the server, its own time limit ends. */
  shutdown(reason: EndReason): Promise<void> {
    this.#isWanted = false;
    this.#stopTrying();
    if (this.phase === 'off' && !this.#starting) return Promise.resolve();
    this.#ending ??= this.#end(reason).finally(() => (this.#ending = undefined));
    return this.#ending;
  }

  /** The server has ended the session. Our own ending is told by `end`. */
  gone(reason: EndReason): void {
    if (this.phase !== 'on') return;
    this.phase = 'off';
    const { publish, parts, state } = this.#core;
    const atMs = parts.world.clock.now();
    const { connection } = state();
    const isTold = connection.status === 'failed' && connection.reason === 'SDK_SESSION_INVALID';
    this.#letGo();
    parts.session.forget();
    const message = 'The session was ended by the server';
    if (!isTold) publish({ type: 'EVENT_STREAM_FAILED', atMs, reason: 'SDK_SESSION_INVALID', message });
    publish({ type: 'SHUTDOWN', reason, atMs });
  }

  /** A start that waits for its token need not wait any longer. */
  tokenIsFresh(): void {
    const { connection, outbox } = this.#core.parts;
    connection.heard('fresh-token');
    if (this.phase === 'on') outbox.wake();
    else this.#restart.now();
  }

  dispose(): void {
    this.#isWanted = false;
    this.phase = 'off';
    this.#restart.clear();
    this.#letGo();
    this.#hooks.onDispose();
  }

  async #begin(): Promise<void> {
    const { parts, publish } = this.#core;
    const { onToken, onOpen } = this.#hooks;
    const view = await this.prepare(async () => {
      const { token } = await parts.tokens.get();
      const [opened] = await Promise.all([parts.session.open(), onToken(token)]);
      return opened;
    });
    if (!this.#isWanted) throw new ChatClientError('disposed', 'The chat was closed meanwhile');
    this.#restart.succeeded();
    this.#engagements.learn(view);
    parts.inbox.setCursor(view.cursor);
    this.resume();
    publish({ type: 'INITIALIZED', facts: factsOf(view), engagements: view.engagements });
    for (const engagement of view.engagements) this.#engagements.open(engagement);
    onOpen();
    parts.idle.start();
    this.goOn();
  }

  /** What is tried again by itself stays "failed" until it is open: the person is not told each half minute. */
  #tellStarting(): void {
    const { state, publish } = this.#core;
    if (!this.#restart.isSilent() && state().session.status !== 'starting')
      publish({ type: 'SESSION_STARTING' });
  }

  #stopTrying(): void {
    const { state, publish } = this.#core;
    const { session } = state();
    this.#restart.clear();
    if (session.status !== 'failed' || session.retryAtMs === undefined) return;
    publish({ type: 'SESSION_FAILED', code: session.code, detail: session.detail });
  }

  async #end(reason: EndReason): Promise<void> {
    await this.#starting?.catch(() => undefined);
    const { connection, outbox, session, idle, world } = this.#core.parts;
    if (this.phase === 'off' && !session.id) return;
    this.phase = 'ending';
    idle.stop();
    const keepsRest = reason === 'USER_INACTIVE' && outbox.durable;
    await outbox.flush(connection.isOpen ? FLUSH_MS : 0, keepsRest);
    connection.stop();
    await session.end(reason).catch(() => undefined);
    await outbox.flush(0, keepsRest); // what was tried again meanwhile
    this.#letGo();
    this.phase = 'off';
    this.#core.publish({ type: 'SHUTDOWN', reason, atMs: world.clock.now() });
  }

  #letGo(): void {
    const { connection, idle, tokens, inbox, outbox } = this.#core.parts;
    idle.stop();
    tokens.stop();
    this.#hooks.onRest();
    connection.dispose();
    inbox.suspend();
    outbox.pause();
    this.#unhint?.();
    this.#unhint = undefined;
  }

  #listenToHints(): void {
    const { world, idle, tokens, connection, outbox, http } = this.#core.parts;
    this.#unhint?.();
    this.#unhint = world.hints.subscribe((hint) => {
      if (hint === 'hidden' || hint === 'leaving') return;
      http.hurry();
      if (this.phase !== 'on') return;
      idle.check();
      tokens.check();
      connection.heard('hint');
      if (hint === 'online') outbox.wake();
    });
  }
}
