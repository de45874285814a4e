/** How a back-off begins and where it ends, in milliseconds. */
export interface BackoffRange {
  readonly baseMs: number;
  readonly capMs: number;
}

/** Where a person waits: 10 s at most. */
export const DEFAULT_BACKOFF: BackoffRange = { baseMs: 500, capMs: 10_000 };
/** Between servers, where nobody looks on: 30 s at most. */
export const SERVER_BACKOFF: BackoffRange = { baseMs: 500, capMs: 30_000 };

/** Each bound is so many times the one before: with 2, those who just missed a server stand out as a peak. */
const GROWTH = 1.5;

/**
 * An even draw from the upper two thirds of a bound that grows with each attempt: a crowd that lost its server in one moment
 * comes back evenly, and nobody waits much longer than the others (docs/guarantees.md, the storm of reconnects).
 * @param attempt 0 for the first retry; any larger number is fine.
 * @param random an even draw from [0, 1).
 */
export function backoffMs(
  attempt: number,
  random: () => number,
  { baseMs, capMs }: BackoffRange = DEFAULT_BACKOFF,
): number {
  const bound = Math.min(capMs, baseMs * GROWTH ** attempt);
  return Math.round((bound * (1 + 2 * random())) / 3);
}

/** What the server asked for wins, plus up to 20 % so that a crowd does not come back as one. */
export function retryAfterMs(retryAfterSeconds: number, random: () => number): number {
  return Math.round(retryAfterSeconds * 1000 * (1 + 0.2 * random()));
}
