import { backoffMs, retryAfterMs, type Random } from '../lib/index.ts';

/** Once trying has been in vain for long a pause is so long to twice that: nobody must be hammered (guarantees 2.3, rule 9). */
export const SLOW_RETRY_MS = 30_000;
/** Where somebody looks on and waits (G2). */
const URGENT_CAP_MS = 5000;

/** What decides how long a pause is; nothing of it: up to 10 s. */
export interface Pace {
  /** What the server asked for: it wins. */
  readonly retryAfterSeconds?: number | undefined;
  /** Seldom, but for ever. */
  readonly isSlow?: boolean;
  /** Somebody looks on and waits: up to 5 s. */
  readonly isUrgent?: boolean;
}

/** Milliseconds until what failed is tried again: all the client's pauses come from here. @param attempt 0 for the first. */
export function retryDelayMs(
  random: Random,
  attempt: number,
  { retryAfterSeconds, isSlow, isUrgent }: Pace,
): number {
  const draw = (): number => random.next();
  if (retryAfterSeconds !== undefined) return retryAfterMs(retryAfterSeconds, draw);
  if (isSlow) return SLOW_RETRY_MS * (1 + draw());
  return backoffMs(attempt, draw, isUrgent ? URGENT_CAP_MS : undefined);
}
