/** Bounds of a full-jitter back-off, in milliseconds. */
export interface BackoffRange {
  readonly baseMs: number;
  readonly capMs: number;
}

/** The rule of docs/guarantees.md 9: random(0, min(30 s, 0.5 s * 2^n)). */
export const DEFAULT_BACKOFF: BackoffRange = { baseMs: 500, capMs: 30_000 };

/**
 * Full jitter: an even draw from 0 to the exponential bound.
 * @param attempt 0 for the first retry; any larger number is fine.
 * @param random an even draw from [0, 1).
 */
export function backoffMs(
  attempt: number,
  random: () => number,
  range: BackoffRange = DEFAULT_BACKOFF,
): number {
  const bound = Math.min(range.capMs, range.baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(random() * bound);
}

/** What the server asked for wins, plus up to 20 % so that a crowd does not come back as one. */
export function retryAfterMs(retryAfterSeconds: number, random: () => number): number {
  return Math.round(retryAfterSeconds * 1000 * (1 + 0.2 * random()));
}
