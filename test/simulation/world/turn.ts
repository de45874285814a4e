import { setImmediate as afterPromises } from 'node:timers';
import type { Schedule } from '../engine/schedule.ts';

/** Resolves when every promise that can settle has settled. The loop's own breath; no time passes by it. */
export function turn(): Promise<void> {
  return new Promise((resolve) => void afterPromises(resolve));
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
