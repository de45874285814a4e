import { parentPort, workerData } from 'node:worker_threads';
import { installPlatform, type TextChange } from './platform/install.ts';
import type { Outcome } from './runSeed.ts';

/** What a thread is told: its seeds, and the bug that was planted for it. */
export interface Order {
  readonly seeds: readonly number[];
  /** How many of the seeds are taken, where threads share them: each takes the next when it has done its last. */
  readonly taken?: Int32Array<SharedArrayBuffer>;
  readonly steps: number;
  readonly mostTabs: number;
  readonly changes: readonly TextChange[];
  /** No further seed after so many steps, or after the first broken promise. */
  readonly atMostSteps?: number;
  readonly stopAtFirst?: boolean;
  /** Lines of the trace that a red seed keeps. */
  readonly lines?: number;
}

const order = workerData as Order;
// Everything of the product is imported after this line: it finds the light platform, and the planted bug.
const checkApplied = installPlatform(order.changes);
const { prepare, runSeed } = await import('./runSeed.ts');

const ground = await prepare();
checkApplied();
let steps = 0;
const taken = order.taken ?? new Int32Array(1);
for (;;) {
  const seed = order.seeds[Atomics.add(taken, 0, 1)];
  if (seed === undefined) break;
  const { mostTabs, lines } = order;
  const outcome = await runSeed(ground, { seed, steps: order.steps, mostTabs, ...(lines && { lines }) });
  say(outcome);
  steps += outcome.steps;
  if (order.stopAtFirst && outcome.violation !== undefined) break;
  if (order.atMostSteps !== undefined && steps >= order.atMostSteps) break;
}

function say(outcome: Outcome): void {
  parentPort?.postMessage(outcome);
}
