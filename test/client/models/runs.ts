import fc from '../../support/property.ts';

const RUNS = Number(process.env['COLLOQUY_RUNS'] ?? 100);
const SEED = Number(process.env['COLLOQUY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** How many sequences, and from which seed: stands in the test's name, so that a red run can be had again. */
export const SIZE = `${RUNS} sequences, seed ${SEED}`;

/** Sequences of up to 200 steps against a model; `COLLOQUY_RUNS` and `COLLOQUY_SEED` choose size and seed. */
export function againstModel<T>(
  step: fc.Arbitrary<T>,
  play: (steps: readonly T[]) => Promise<void> | void,
): Promise<void> {
  const steps = fc.array(step, { maxLength: 200 });
  return fc.assert(
    fc.asyncProperty(steps, async (all) => play(all)),
    { numRuns: RUNS, seed: SEED },
  );
}
