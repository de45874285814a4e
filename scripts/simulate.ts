import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { huntMutants } from '../test/simulation/huntMutants.ts';
import { inThread } from '../test/simulation/inThread.ts';
import type { Outcome } from '../test/simulation/runSeed.ts';

/**
 * `npm run simulate -- --seeds N --steps N [--seed S] [--tabs N] [--twice] [--mutants] [--lines N]`: seeds run in threads, one per core. Ends with 1 when
 * a promise was broken, and says how to see it again. `--twice` runs each seed twice and wants the same trace (R2).
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    /** Per seed. */
    steps: { type: 'string', default: '5000' },
    /** The first seed. */
    seed: { type: 'string', default: '1' },
    /** Most tabs in one browser. */
    tabs: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    /** Lines of the trace that a red seed prints. */
    lines: { type: 'string', default: '80' },
    twice: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    /** With `--mutants`: only those whose name holds this. */
    only: { type: 'string', default: '' },
  },
});

const steps = numberOf('steps');
const threads = numberOf('threads');
const mostTabs = numberOf('tabs');

process.exitCode = values.mutants
  ? await huntMutants({ steps, threads, only: values.only, say: (line) => console.log(line) })
  : await runSeeds();

async function runSeeds(): Promise<number> {
  const first = numberOf('seed');
  const count = numberOf('seeds');
  const begunAt = performance.now();
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  const run = async (onOutcome?: typeof tell): Promise<readonly Outcome[]> => {
    const taken = new Int32Array(new SharedArrayBuffer(4));
    const order = { seeds, taken, steps, mostTabs, changes: [], lines: numberOf('lines') };
    return (await Promise.all(Array.from({ length: threads }, () => inThread(order, onOutcome)))).flat();
  };
  const outcomes = await run(tell);
  const seconds = (performance.now() - begunAt) / 1000;
  const { user, system } = process.cpuUsage();
  sumUp(outcomes, seconds, (user + system) / 1e6);
  const unequal = values.twice ? differing(outcomes, await run()) : [];
  const broken = outcomes.filter(({ violation }) => violation !== undefined);
  if (values.twice)
    console.log(
      `twice: ${unequal.length === 0 ? 'every trace the same' : `seeds ${unequal.join(', ')} differ`}`,
    );
  return broken.length + unequal.length === 0 ? 0 : 1;
}

function tell({ seed, violation, tail = [] }: Outcome): void {
  if (violation === undefined) return;
  console.log(`\nseed ${seed}: ${violation}`);
  // The tail only where one seed was asked for; a broken change breaks many.
  const lines = numberOf('seeds') === 1 ? tail : tail.slice(-8);
  for (const line of lines) console.log(`  ${line.slice(0, 200)}`);
  console.log(
    `  see it again: npm run simulate -- --seeds 1 --steps ${steps} --tabs ${mostTabs} --seed ${seed}`,
  );
}

function differing(once: readonly Outcome[], again: readonly Outcome[]): number[] {
  const hashes = new Map(again.map(({ seed, hash }) => [seed, hash]));
  return once.filter(({ seed, hash }) => hashes.get(seed) !== hash).map(({ seed }) => seed);
}

function sumUp(outcomes: readonly Outcome[], seconds: number, cpuSeconds: number): void {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
  const taken = sum((one) => one.steps);
  const whole = outcomes.map((one) => one.wholeAfterMs ?? Infinity).sort((a, b) => a - b);
  const at = (part: number): string =>
    ((whole[Math.floor((whole.length - 1) * part)] ?? 0) / 1000).toFixed(1);
  const broken = outcomes.filter(({ violation }) => violation !== undefined).length;
  console.log(
    `\n${outcomes.length} seeds, ${taken} steps, ${(sum((one) => one.virtualMs) / 3_600_000).toFixed(1)} virtual hours, ` +
      `${sum((one) => one.accepted)} messages accepted, ${sum((one) => one.arrived)} arrived`,
  );
  console.log(`every page whole after faults stopped: p50 ${at(0.5)} s, p99 ${at(0.99)} s, most ${at(1)} s`);
  console.log(
    `${seconds.toFixed(1)} s, ${Math.round(taken / seconds)} steps/s; ${Math.round(taken / cpuSeconds)} steps per processor second`,
  );
  console.log(`${broken} broken promises`);
}

function numberOf(name: 'seeds' | 'steps' | 'seed' | 'threads' | 'tabs' | 'lines'): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`--${name} must be a whole number above 0`);
}
