import { inThread } from './inThread.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/** A planted bug is found within so many steps, or the harness is not good enough. */
const WITHIN_STEPS = 200_000;
const FIRST_SEED = 1;

/** Plants each bug in turn and looks for it. Answers 0 when every one was found. */
export async function huntMutants(options: {
  readonly steps: number;
  readonly threads: number;
  readonly only: string;
  readonly say: (line: string) => void;
}): Promise<number> {
  const { steps, threads, only, say } = options;
  const left = MUTANTS.filter(({ name }) => name.includes(only));
  const count = left.length;
  let found = 0;
  const hunt = async (): Promise<void> => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const { taken, violation } = await look(mutant, steps);
      if (violation !== undefined) found += 1;
      say(
        `${violation === undefined ? 'MISSED' : 'found '} ${mutant.name.padEnd(46)} ${String(taken).padStart(7)}  ${violation ?? ''}`.slice(
          0,
          170,
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: threads }, hunt));
  say(`\n${found} of ${count} planted bugs found, each within ${WITHIN_STEPS} steps`);
  return found === count ? 0 : 1;
}

async function look(
  { changes }: Mutant,
  steps: number,
): Promise<{ taken: number; violation: string | undefined }> {
  const seeds = Array.from({ length: Math.ceil(WITHIN_STEPS / steps) }, (_, at) => FIRST_SEED + at);
  const outcomes = await inThread({
    seeds,
    steps,
    mostTabs: 1,
    changes,
    atMostSteps: WITHIN_STEPS,
    stopAtFirst: true,
  });
  return {
    taken: outcomes.reduce((sum, one) => sum + one.steps, 0),
    violation: outcomes.find((one) => one.violation !== undefined)?.violation,
  };
}
