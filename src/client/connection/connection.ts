import type { Clock, Logger, Random } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import {
  decodeServerFrame,
  type Cursor,
  type Heads,
  type ServerFrame,
  type SessionId,
  type StreamEvent,
} from '../../protocol/index.ts';
import type { TokenKeeper } from '../auth/tokenKeeper.ts';
import type { BaseUrl } from '../baseUrl.ts';
import type { BrowserHints, TransportName } from '../chatClient.ts';
import type { OpenTransport, Transport, TransportEnd } from '../transport/transport.ts';
import {
  initialConnection,
  stepConnection,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionState,
} from './connectionMachine.ts';
import { createConnectionTimers, type ConnectionTimers } from './connectionTimers.ts';
import { isProblemCode } from '../problemCode.ts';
import { failureOfCode, failureOfEnd, UNREACHABLE, type StreamFailure } from './failure.ts';
import { createLadder, type TransportLadder } from './ladder.ts';

/** Entries after which the server is told how far we are, where the road can carry it (guarantees 2.3, rule 7). */
const ACK_EVERY = 32;

/** The line to the connector: keeps one stream alive for as long as one is wanted. */
export interface Connection {
  /** Wants a stream of this session. Wanting what is there already changes nothing. */
  start(sessionId: SessionId): void;
  /** Wants none. Tells CLOSED where there was one. */
  stop(): void;
  /** Lets go without telling anybody. */
  dispose(): void;
  /** A person's wish. False where the stream has not failed. */
  retryNow(): boolean;
  /** Something happened elsewhere that concerns the line. */
  heard(type: Heard): void;
  readonly isOpen: boolean;
  /** No connection within the reconnection window: attempts go on, but seldom. */
  readonly isSlow: boolean;
}

/** News for a line. `hint`: it may be back, or gone. */
export type Heard = 'hint' | 'fresh-token' | 'token-expired';

/** What a connection is made of, and who hears it. */
export interface ConnectionOptions {
  readonly baseUrl: BaseUrl;
  readonly transports: Readonly<Record<TransportName, OpenTransport>>;
  readonly rungs: readonly TransportName[];
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly hints: BrowserHints;
  readonly tokens: TokenKeeper;
  readonly reconnectionTimeoutMs: number;
  /** Whether somebody waits for the line: shortens the longest pause to 5 s (guarantees, G2). */
  readonly isUrgent: () => boolean;
  readonly cursor: () => Cursor | undefined;
  readonly emit: (event: Extract<ChatEvent, { type: `EVENT_STREAM_${string}` }>) => void;
  readonly onHello: (hello: Extract<ServerFrame, { type: 'hello' }>) => void;
  readonly onEvent: (event: StreamEvent, isLive: boolean) => void;
  /** `isAfter`: everything up to these heads has been sent; else they are the server's of this moment. */
  readonly onHeads: (heads: Heads, isAfter: boolean) => void;
  /** The session is no more on the server. */
  readonly onSessionGone: () => void;
}

/** Makes the connection of one client. */
export function createConnection(options: ConnectionOptions): Connection {
  return new Runner(options);
}

class Runner implements Connection {
  #state: ConnectionState = initialConnection;
  #sessionId: SessionId | undefined;
  #transport: Transport | undefined;
  #isLive = false;
  #unacknowledged = 0;
  #isBusy = false;
  readonly #waiting: ConnectionEvent[] = [];
  readonly #timers: ConnectionTimers;
  readonly #ladder: TransportLadder;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#ladder = createLadder(options.rungs, options.clock);
    this.#timers = createConnectionTimers({
      ...options,
      dispatch: (event) => this.#dispatch(event),
      onHandshakeLate: () => this.#lose({ type: 'closed' }, UNREACHABLE),
      acknowledge: () => this.#acknowledge(),
    });
  }

  get isOpen(): boolean {
    return this.#state.step.startsWith('line') && this.#state.step !== 'line.opening';
  }

  get isSlow(): boolean {
    return this.#state.isSlow;
  }

  start(sessionId: SessionId): void {
    if (sessionId !== this.#sessionId && this.#state.step !== 'rest.off') this.stop();
    this.#sessionId = sessionId;
    this.#dispatch({ type: 'wanted' });
  }

  stop(): void {
    this.#dispatch({ type: 'unwanted' });
  }

  dispose(): void {
    this.#dropLine();
    this.#timers.clearAll();
    this.#state = initialConnection;
  }

  retryNow(): boolean {
    const { step } = this.#state;
    if (step !== 'wait.retry' && step !== 'wait.token' && step !== 'rest.stopped') return false;
    this.#dispatch({ type: 'retry-now' });
    return true;
  }

  heard(type: Heard): void {
    this.#dispatch({ type });
  }

  /** Events that are raised while one is handled wait in line. */
  #dispatch(event: ConnectionEvent): void {
    this.#waiting.push(event);
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const before = this.#state.step;
      const [state, effects] = stepConnection(this.#state, next);
      this.#state = state;
      if (state.step !== before) {
        this.#options.logger.debug('The line', { before, event: next.type, now: state.step });
        this.#timers.enter(state.step);
      }
      for (const effect of effects) this.#perform(effect);
    }
    this.#isBusy = false;
  }

  #perform(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open-line':
        return this.#openLine();
      case 'drop-line':
        return this.#dropLine();
      case 'probe':
        return this.#probe();
      case 'reauthenticate':
        return this.#reauthenticate();
      case 'ask-token':
        return this.#askToken();
      case 'wait': {
        const delayMs = this.#timers.wait(effect, this.#state.isSlow);
        return this.#tellFailed(effect.failure, delayMs);
      }
      case 'wait-less':
        return this.#timers.waitLess();
      case 'begin-window':
        return this.#timers.beginWindow();
      case 'end-window':
        return this.#timers.endWindow();
      case 'tell':
        return this.#options.emit({ type: effect.type, atMs: this.#options.clock.now() });
      case 'tell-failed':
        return this.#tellFailed(effect.failure);
    }
  }

  #openLine(): void {
    const options = this.#options;
    const sessionId = this.#sessionId;
    const token = options.tokens.peek();
    if (!sessionId || !token) return;
    this.#isLive = false;
    const isCurrent = (): boolean => this.#transport === transport;
    const open = options.transports[this.#ladder.current()];
    const transport: Transport = open(
      {
        baseUrl: options.baseUrl,
        sessionId,
        cursor: options.cursor,
        token: () => options.tokens.peek() ?? token,
      },
      {
        onFrame: (frame) => isCurrent() && this.#takeFrame(frame),
        onAlive: () => isCurrent() && this.#alive(),
        onEnd: (end) => isCurrent() && this.#lose(end, failureOfEnd(end)),
      },
    );
    this.#transport = transport;
  }

  #replaceLine(): void {
    this.#dropLine();
    this.#openLine();
  }

  #dropLine(): void {
    const transport = this.#transport;
    this.#transport = undefined;
    transport?.close();
  }

  #lose(end: TransportEnd, failure: StreamFailure): void {
    const isHandshake = this.#state.step === 'line.opening';
    const isRefusal = end.type === 'refused' && isProblemCode(end.error.code); // the road works, the server said no
    if (isHandshake && !isRefusal && this.#options.hints.online()) this.#ladder.failed();
    this.#dispatch({ type: 'lost', failure });
  }

  #alive(): void {
    this.#timers.heard();
    if (this.#state.step === 'line.probing') this.#dispatch({ type: 'alive' });
  }

  #takeFrame(input: unknown): void {
    this.#alive();
    const frame = decodeServerFrame(input);
    if (!frame.ok) {
      const [first] = frame.faults;
      this.#options.logger.warn('A frame was dropped', { path: first?.path, why: first?.message });
      return;
    }
    this.#obey(frame.value);
  }

  #obey(frame: ServerFrame): void {
    const options = this.#options;
    switch (frame.type) {
      case 'hello':
        this.#ladder.succeeded();
        options.tokens.learn(frame.tokenExpiresInMs);
        this.#dispatch({ type: 'hello' });
        return options.onHello(frame);
      case 'event':
        options.onEvent(frame.event, this.#isLive);
        this.#unacknowledged += 1;
        if (this.#unacknowledged >= ACK_EVERY) return this.#acknowledge();
        return this.#timers.acknowledgeSoon();
      case 'caught-up':
        this.#isLive = true;
        return options.onHeads(frame.heads, true);
      case 'heartbeat':
        return options.onHeads(frame.heads, false);
      case 'denied':
        return this.#dispatch({ type: 'lost', failure: failureOfCode(frame.code, frame.detail) });
      case 'reconnect':
        return this.#dispatch({ type: 'sent-away', delayMs: frame.delayMs });
      case 'reauthenticated':
        options.tokens.learn(frame.tokenExpiresInMs);
        return this.#dispatch({ type: 'hello' });
    }
  }

  #acknowledge(): void {
    const cursor = this.#options.cursor();
    this.#unacknowledged = 0;
    if (cursor && this.isOpen) this.#transport?.send({ type: 'ack', cursor });
  }

  /** A line that takes no question is replaced: the new one answers. */
  #probe(): void {
    if (!this.#transport?.send({ type: 'probe' })) this.#replaceLine();
  }

  #reauthenticate(): void {
    const token = this.#options.tokens.peek()?.token;
    if (token !== undefined && this.#transport?.send({ type: 'reauthenticate', token })) return;
    this.#replaceLine();
  }

  #askToken(): void {
    const refused = this.#options.tokens.peek()?.token ?? '';
    // A fresh one is told by the keeper to everybody; without one the line rests.
    this.#options.tokens.refresh(refused).catch(() => undefined);
  }

  #tellFailed({ reason, message }: StreamFailure, retryAfterMs?: number): void {
    const atMs = this.#options.clock.now();
    this.#options.emit({ type: 'EVENT_STREAM_FAILED', atMs, reason, message, retryAfterMs });
    if (reason === 'SDK_SESSION_INVALID') this.#options.onSessionGone();
  }
}
