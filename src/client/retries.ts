import { pause } from '../lib/index.ts';
import type { Clock, Random } from '../lib/index.ts';
import { asChatError } from './errors.ts';
import { retryDelayMs } from './retryDelay.ts';

/**
 * Repeats work that may be repeated, while its failure may pass, with growing pauses.
 * Rejects with the last `ChatClientError`.
 * @param attempts how often at most, the first one included; default 3.
 */
export async function withRetries<T>(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  work: () => Promise<T>,
  attempts = 3,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (fault) {
      const error = asChatError(fault);
      const isFinal = !error.retryable || error.code === 'no-token' || attempt + 1 >= attempts;
      if (isFinal) throw error;
      await pause(clock, retryDelayMs(random, attempt, error.facts));
    }
  }
}

/** What the work answers, or a rejection after `limitMs`. */
export function within<T>(clock: Clock, limitMs: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.after(limitMs, () => reject(new Error('No answer in time')));
    Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => clock.clear(timer));
  });
}
