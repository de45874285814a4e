import type { Clock } from '../../lib/index.ts';

/** A token bucket per key (address, customer): bursts up to `burst`, then `perSecond` on average. Lives in memory. */
export function createRateLimiter(clock: Clock, limits: RateLimits): RateLimiter {
  const { burst, perSecond, maxKeys = 10_000 } = limits;
  const buckets = new Map<string, Bucket>();

  return {
    take(key, cost = 1) {
      const nowMs = clock.monotonic();
      const held = buckets.get(key);
      const tokens = held ? Math.min(burst, held.tokens + ((nowMs - held.atMs) / 1000) * perSecond) : burst;
      const allowed = tokens >= cost;
      // Deleted and set again so that the map stays in order of last use: the oldest goes first.
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - cost : tokens, atMs: nowMs });
      const oldest = buckets.size > maxKeys ? buckets.keys().next() : undefined;
      if (oldest?.done === false) buckets.delete(oldest.value);
      return allowed ? { allowed } : { allowed, retryAfterSeconds: Math.ceil((cost - tokens) / perSecond) };
    },
  };
}

/** How much a key may ask. */
export interface RateLimits {
  /** How many at once after a rest; 1 or more. */
  readonly burst: number;
  /** How many per second in the long run; above 0. */
  readonly perSecond: number;
  /** How many keys are remembered; default 10,000. The least recently used is forgotten. */
  readonly maxKeys?: number;
}

/** Buckets by key. */
export interface RateLimiter {
  /** Takes `cost` (default 1, at most `burst`) from the bucket of `key`, or says after how many seconds to return. */
  take(key: string, cost?: number): RateVerdict;
}

/** Whether the request may go on; `retryAfterSeconds` is a whole number, 1 and up. */
export type RateVerdict =
  { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}
