/** The last bound between servers, where nobody looks on; milliseconds. */
export const SERVER_CAP_MS = 30_000;

/** Each bound is so many times the one before: with 2, those who just missed a server stand out as a peak. */
const GROWTH = 1.5;

/**
 * An even draw from the upper two thirds of a bound that grows with each attempt: a crowd that lost its server in one moment
 * comes back evenly, and nobody waits much longer than the others (docs/guarantees.md, the storm of reconnects).
 * @param attempt 0 for the first retry; any larger number is fine.
 * @param random an even draw from [0, 1).
 * @param capMs the last bound; default 10 s, where a person waits.
 * @param baseMs the first bound; default 0.5 s.
 */
export function backoffMs(attempt: number, random: () => number, capMs = 10_000, baseMs = 500): number {
  const bound = Math.min(capMs, baseMs * GROWTH ** attempt);
  return Math.round((bound * (1 + 2 * random())) / 3);
}

/** What the server asked for wins, plus up to 20 % so that a crowd does not come back as one. */
export function retryAfterMs(retryAfterSeconds: number, random: () => number): number {
  return Math.round(retryAfterSeconds * 1000 * (1 + 0.2 * random()));
}
