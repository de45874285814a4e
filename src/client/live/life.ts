import { backoffMs, type Unsubscribe } from '../../lib/index.ts';
import type { EndReason } from '../../protocol/index.ts';
import { subjectOf } from '../auth/subjectOf.ts';
import { asChatError, asEventCode, ChatClientError } from '../errors.ts';
import { FLUSH_MS } from '../outbox/outbox.ts';
import { pause } from '../retries.ts';
import { factsOf } from '../sessionFacts.ts';
import type { Seed } from './seed.ts';
import type { Core, Phase } from './core.ts';
import type { Engagements } from './engagements.ts';
import { createRestart, type Restart } from './restart.ts';
import type { Unsent } from './unsent.ts';

/** A session from its beginning to its end, and the line that belongs to it. */
export class Life {
  phase: Phase = 'off';
  #isWanted = false;
  #isStreamWanted = true;
  #starting: Promise<void> | undefined;
  #ending: Promise<void> | undefined;
  #unhint: Unsubscribe | undefined;
  /** This start follows one that failed, and nobody asked for it. */
  #isAgain = false;
  readonly #restart: Restart;
  readonly #core: Core;
  readonly #engagements: Engagements;
  readonly #unsent: Unsent;

  /** @param again begins the next start of one that failed. */
  constructor(core: Core, engagements: Engagements, unsent: Unsent, again: () => void) {
    this.#core = core;
    this.#engagements = engagements;
    this.#unsent = unsent;
    this.#restart = createRestart(core.parts.world, () => {
      this.#isAgain = true;
      again();
    });
  }

  /** Rejects with the first failure; a start that may succeed later is tried again by itself (`SESSION_FAILED`). */
  start(): Promise<void> {
    this.#isWanted = true;
    this.#restart.clear();
    if (this.phase === 'on') return Promise.resolve();
    this.#starting ??= this.#begin().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  /** The customer, as the token says. Rejects where there is none, and tells of it. */
  async identify(): Promise<string> {
    this.#isWanted = true;
    this.#restart.clear();
    await this.#ending;
    this.#tellStarting();
    return this.#orTell(async () => subjectOf((await this.#core.parts.tokens.get()).token));
  }

  /** Goes on where another tab stopped. The page has been on all the while, so nothing is told of it. */
  takeOver({ subject, state: { idle } }: Seed): void {
    this.#isWanted = true;
    this.phase = 'on';
    const opened = this.#unsent.openFor(subject);
    this.#core.parts.idle.start(idle.status === 'warning' ? idle.endsAtMs : undefined);
    this.#listenToHints();
    void opened.then(() => this.#resumeLine());
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
    connection.freshToken();
    if (this.phase === 'on') outbox.wake();
    else this.#restart.now();
  }

  dispose(): void {
    this.#isWanted = false;
    this.phase = 'off';
    this.#restart.clear();
    this.#letGo();
    this.#unsent.close();
  }

  async #begin(): Promise<void> {
    await this.#ending;
    const core = this.#core;
    const engagements = this.#engagements;
    const unsent = this.#unsent;
    const { parts, publish } = core;
    this.#tellStarting();
    const view = await this.#orTell(async () => {
      const { token } = await parts.tokens.get();
      const [opened] = await Promise.all([parts.session.open(), unsent.openFor(subjectOf(token))]);
      return opened;
    });
    if (!this.#isWanted) throw new ChatClientError('disposed', 'The chat was closed meanwhile');
    this.phase = 'on';
    this.#restart.succeeded();
    engagements.learn(view);
    parts.inbox.setCursor(view.cursor);
    publish({ type: 'INITIALIZED', facts: factsOf(view), engagements: view.engagements });
    for (const engagement of view.engagements) engagements.open(engagement);
    unsent.show();
    parts.idle.start();
    this.#listenToHints();
    this.#goOn();
  }

  async #orTell<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (fault) {
      const error = asChatError(fault);
      const retryAtMs = this.#isWanted ? this.#restart.later(error) : undefined;
      const code = asEventCode(error.code);
      const retry = retryAtMs !== undefined && { retryAtMs };
      this.#core.publish({ type: 'SESSION_FAILED', code, detail: error.message, ...retry });
      throw error;
    }
  }

  /** What is tried again by itself stays "failed" until it is open: the person is not told each half minute. */
  #tellStarting(): void {
    const isSilent = this.#isAgain;
    this.#isAgain = false;
    const { state, publish } = this.#core;
    if (!isSilent && state().session.status !== 'starting') publish({ type: 'SESSION_STARTING' });
  }

  #stopTrying(): void {
    const { state, publish } = this.#core;
    const { session } = state();
    this.#restart.clear();
    if (session.status !== 'failed' || session.retryAtMs === undefined) return;
    publish({ type: 'SESSION_FAILED', code: session.code, detail: session.detail });
  }

  /** A line that was taken over waits for a token for as long as it takes. */
  async #resumeLine(): Promise<void> {
    const { publish, parts } = this.#core;
    const { clock, random } = parts.world;
    this.#unsent.show();
    for (let attempt = 0; this.phase === 'on'; attempt++) {
      try {
        await parts.tokens.get();
        break;
      } catch (fault) {
        const { message } = asChatError(fault);
        const retryAfterMs = backoffMs(attempt, () => random.next());
        const atMs = clock.now();
        publish({ type: 'EVENT_STREAM_FAILED', reason: 'UNAUTHORIZED', message, retryAfterMs, atMs });
        await pause(clock, retryAfterMs);
      }
    }
    if (this.phase === 'on') this.#goOn();
  }

  #goOn(): void {
    const { outbox, session, connection } = this.#core.parts;
    outbox.wake();
    if (this.#isStreamWanted && session.id) connection.start(session.id);
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
    this.#letGo();
    this.phase = 'off';
    this.#core.publish({ type: 'SHUTDOWN', reason, atMs: world.clock.now() });
  }

  #letGo(): void {
    const { connection, idle, typing, seen, tokens, inbox, outbox } = this.#core.parts;
    for (const part of [idle, typing, seen, tokens]) part.stop();
    connection.dispose();
    inbox.suspend();
    outbox.pause();
    this.#unhint?.();
    this.#unhint = undefined;
  }

  #listenToHints(): void {
    const { world, idle, tokens, connection, outbox } = this.#core.parts;
    this.#unhint?.();
    this.#unhint = world.hints.subscribe((hint) => {
      if (hint === 'hidden' || hint === 'leaving') return;
      idle.check();
      tokens.check();
      connection.hint();
      if (hint === 'online') outbox.wake();
    });
  }
}
