import { setImmediate as afterPromises } from 'node:timers';
import type { Schedule } from '../engine/schedule.ts';

/**
 * Between two callbacks of one breath of the loop all promises settle as well, and a breath costs more than a step: so many
 * callbacks are ordered at a time.
 */
const PER_BREATH = 256;
let ordered = 0;
let waiting: (() => void) | undefined;

/** Resolves when every promise that can settle has settled. The loop's own breath; no time passes by it. One at a time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting = resolve;
    if (ordered === 0) for (; ordered < PER_BREATH; ordered++) afterPromises(wake);
  });
}

function wake(): void {
  ordered -= 1;
  const next = waiting;
  waiting = undefined;
  next?.();
}

/** Steps on until the work is done. Throws where it never will be. */
export async function drive<T>(schedule: Schedule, work: Promise<T>): Promise<T> {
  const ended = { is: false };
  const watched = work.finally(() => (ended.is = true));
  watched.catch(() => undefined);
  for (let at = 0; at < 10_000; at++) {
    await turn();
    if (ended.is) return watched;
    if (!schedule.step()) break;
  }
  throw new Error('The preparation of the simulation does not come to an end');
}
