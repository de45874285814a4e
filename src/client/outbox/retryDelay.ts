import { backoffMs, retryAfterMs, type Random } from '../../lib/index.ts';

/** What a delay is drawn from. */
interface Chance {
  readonly random: Random;
  /** The longest pause is 5 s while the page is looked at, else 30 s (guarantees, G2). */
  readonly isVisible: () => boolean;
}

/** Milliseconds until what failed is tried again: what the server asked for, else longer with each attempt. */
export function retryDelayMs(
  attempt: number,
  retryAfterSeconds: number | undefined,
  { random, isVisible }: Chance,
): number {
  const draw = (): number => random.next();
  return retryAfterSeconds === undefined
    ? backoffMs(attempt, draw, { baseMs: 500, capMs: isVisible() ? 5000 : 30_000 })
    : retryAfterMs(retryAfterSeconds, draw);
}
