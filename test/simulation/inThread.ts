import { Worker } from 'node:worker_threads';
import type { Outcome } from './runSeed.ts';
import type { Order } from './thread.ts';

/** Room for what lives as long as a step or two: with less, much of it is moved among the old ones first. */
const YOUNG_MB = 128;

/** Runs an order in a thread of its own. Rejects where the thread breaks, say by a planted text that is not there. */
export function inThread(
  order: Order,
  onOutcome: (outcome: Outcome) => void = () => undefined,
): Promise<readonly Outcome[]> {
  return new Promise((resolve, reject) => {
    const outcomes: Outcome[] = [];
    const thread = new Worker(new URL('thread.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    thread.on('message', (outcome: Outcome) => {
      outcomes.push(outcome);
      onOutcome(outcome);
    });
    thread.on('error', reject);
    thread.on('exit', (code) =>
      code === 0 ? resolve(outcomes) : reject(new Error(`A thread ended with ${code}`)),
    );
  });
}
