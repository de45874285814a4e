import type { Clock, Logger, Random, Timer, Unsubscribe } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import type { JwtProvider, ProvidedToken } from '../chatClient.ts';
import { ChatClientError } from '../errors.ts';
import { within } from '../retries.ts';
import { retryDelayMs } from '../retryDelay.ts';

/** Chat SDK: TOKEN_EXPIRY_REMINDER comes exactly three minutes before the end (axp.md 1.11). */
export const REMINDER_BEFORE_MS = 180_000;
/** Renewal at this part of the life that the server stated (guarantees 2.3, rule 11). */
export const RENEW_AT = 0.8;
/** A provider that is silent for so long has failed. */
export const PROVIDER_TIMEOUT_MS = 30_000;
/** However short a life the server states, tokens are not asked for more often. */
const MIN_RENEW_MS = 1000;
/** Two words of the server on one token differ by as much as the road took. */
const LEARN_TOLERANCE_MS = 5000;

/**
 * Holds the token. Its end comes as a duration from the server and is measured on the monotonic clock, so a device
 * clock that is wrong by a day does no harm.
 */
export interface TokenKeeper {
  /** The token, or the first one from the provider. Rejects with `no-token`. */
  get(): Promise<ProvidedToken>;
  /** A token other than the refused one. All who ask meanwhile share one call of the provider. */
  refresh(refused: string): Promise<ProvidedToken>;
  /** The token as it is, if there is one. */
  peek(): ProvidedToken | undefined;
  /** What the server said of the remaining life of the present token. */
  learn(expiresInMs: number): void;
  /** A token that the page fetched by itself. */
  set(token: string): void;
  /** The machine may have slept: renew if the wall clock says that it is time. */
  check(): void;
  /** Asks for another token now, and again until there is one. */
  renew(): void;
  /** Hears of every new token, then no more. */
  onFresh(listener: () => void): Unsubscribe;
  /** Clears the timers. The token stays. */
  stop(): void;
}

/** What a keeper is made of; `emit` takes the reminder and the expiry. */
export interface TokenKeeperOptions {
  readonly provider: JwtProvider;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly emit: (event: Extract<ChatEvent, { type: `TOKEN_${string}` }>) => void;
}

/** Makes the keeper of one client. */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  return new Keeper(options);
}

class Keeper implements TokenKeeper {
  #held: ProvidedToken | undefined;
  #flight: Promise<ProvidedToken> | undefined;
  #timers: Timer[] = [];
  #renewTimer: Timer | undefined;
  #renewAtWallMs = Infinity;
  #expired = false;
  /** On the monotonic clock. */
  #endsAtMs = Infinity;
  #remindedOf: string | undefined;
  #failures = 0;
  #stopped = false;
  readonly #fresh = new Set<() => void>();
  readonly #options: TokenKeeperOptions;

  constructor(options: TokenKeeperOptions) {
    this.#options = options;
  }

  get(): Promise<ProvidedToken> {
    return this.#held && !this.#expired ? Promise.resolve(this.#held) : this.#ask();
  }

  refresh(refused: string): Promise<ProvidedToken> {
    const renewed = this.#held && this.#held.token !== refused && !this.#expired;
    if (renewed && this.#held) return Promise.resolve(this.#held);
    const isFirst = this.#flight === undefined;
    const asked = this.#ask();
    // The token is dead before its time: without another nobody would ask again until then.
    if (isFirst) asked.catch(() => this.#renewLater());
    return asked;
  }

  peek(): ProvidedToken | undefined {
    return this.#held;
  }

  learn(expiresInMs: number): void {
    const { clock } = this.#options;
    // Every hello and every answer repeats it. Only the first word on a token counts, and a sooner end.
    const endsAtMs = clock.monotonic() + expiresInMs;
    if (this.#timers.length > 0 && !this.#expired && endsAtMs > this.#endsAtMs - LEARN_TOLERANCE_MS) return;
    this.#clearTimers();
    this.#stopped = false;
    this.#expired = false;
    this.#endsAtMs = endsAtMs;
    const expiresAtMs = clock.now() + expiresInMs;
    const renewInMs = Math.max(expiresInMs * RENEW_AT, MIN_RENEW_MS);
    this.#renewAtWallMs = clock.now() + renewInMs;
    this.#timers = [
      clock.after(Math.max(0, expiresInMs - REMINDER_BEFORE_MS), () => this.#remind(expiresAtMs)),
      clock.after(Math.max(0, expiresInMs), () => this.#expire(expiresAtMs)),
    ];
    this.#renewTimer = clock.after(renewInMs, () => this.renew());
  }

  set(token: string): void {
    this.#take({ token, appkey: this.#held?.appkey ?? '' });
  }

  check(): void {
    if (this.#expired || this.#options.clock.now() >= this.#renewAtWallMs) this.renew();
  }

  onFresh(listener: () => void): Unsubscribe {
    this.#fresh.add(listener);
    return () => void this.#fresh.delete(listener);
  }

  stop(): void {
    this.#stopped = true;
    this.#clearTimers();
  }

  #clearTimers(): void {
    for (const timer of [...this.#timers, this.#renewTimer]) this.#options.clock.clear(timer);
    this.#timers = [];
    this.#renewTimer = undefined;
    this.#renewAtWallMs = Infinity;
  }

  #take(token: ProvidedToken): ProvidedToken {
    this.#clearTimers(); // the life of this one is not known before the server has seen it
    this.#held = token;
    this.#expired = false;
    this.#failures = 0;
    for (const listener of [...this.#fresh]) listener();
    return token;
  }

  /** One call of the provider at a time. A token that was refused already is no answer. */
  #ask(): Promise<ProvidedToken> {
    const before = this.#held?.token;
    this.#flight ??= within(this.#options.clock, PROVIDER_TIMEOUT_MS, this.#options.provider)
      .then((token) => {
        if (this.#held && this.#held.token !== before && !this.#expired) return this.#held; // the page was quicker
        if (token.token === before) throw new Error('The provider gave the same token again');
        return this.#take(token);
      })
      .catch((cause: unknown) => {
        throw new ChatClientError('no-token', 'The page gave no token for the chat', { cause });
      })
      .finally(() => (this.#flight = undefined));
    return this.#flight;
  }

  renew(): void {
    this.#ask().catch(() => this.#renewLater());
  }

  #renewLater(): void {
    if (this.#stopped) return;
    const { clock, random, logger } = this.#options;
    // Without a token seldom, in the hope that the person has signed in.
    const delayMs = MIN_RENEW_MS + retryDelayMs(random, this.#failures++, { isSlow: this.#expired });
    logger.warn('No fresh token; the provider is asked again', { delayMs });
    clock.clear(this.#renewTimer);
    this.#renewTimer = clock.after(delayMs, () => this.renew());
  }

  /** Once per token, however often the page starts and stops. */
  #remind(expiresAtMs: number): void {
    const token = this.#held?.token;
    if (this.#remindedOf === token) return;
    this.#remindedOf = token;
    this.#options.emit({ type: 'TOKEN_EXPIRY_REMINDER', atMs: this.#options.clock.now(), expiresAtMs });
  }

  #expire(expiredAtMs: number): void {
    this.#expired = true;
    this.#options.emit({ type: 'TOKEN_EXPIRED', expiredAtMs });
    this.renew();
  }
}
