import { parentPort, workerData } from 'node:worker_threads';
import { installPlatform, type TextChange } from './platform/install.ts';
import type { Outcome } from './runSeed.ts';

/** What a thread is told: its seeds, one after the other, and the bug that was planted for it. */
export interface Order {
  readonly seeds: readonly number[];
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
for (const seed of order.seeds) {
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
