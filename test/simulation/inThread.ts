import { Worker } from 'node:worker_threads';
import type { Outcome } from './runSeed.ts';
import type { Order, Word } from './thread.ts';

/** What a thread did. */
export interface ThreadReport {
  readonly outcomes: readonly Outcome[];
  readonly cpuSeconds: number;
}

/** Runs an order in a thread of its own. Rejects where the thread breaks, say by a planted text that is not there. */
export function inThread(
  order: Order,
  onOutcome: (outcome: Outcome) => void = () => undefined,
): Promise<ThreadReport> {
  return new Promise((resolve, reject) => {
    const outcomes: Outcome[] = [];
    let cpuSeconds = 0;
    const thread = new Worker(new URL('thread.ts', import.meta.url), { workerData: order });
    thread.on('message', (word: Word) => {
      if ('cpuSeconds' in word) return void (cpuSeconds = word.cpuSeconds);
      outcomes.push(word.outcome);
      onOutcome(word.outcome);
    });
    thread.on('error', reject);
    thread.on('exit', (code) =>
      code === 0 ? resolve({ outcomes, cpuSeconds }) : reject(new Error(`A thread ended with ${code}`)),
    );
  });
}
