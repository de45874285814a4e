import { appendFileSync } from 'node:fs';

/** The outcome of one check. A runner counts its tests; a plain command counts as one. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** The names of what failed, where the runner knows them: they stand at the end of a long log. */
  readonly broken?: readonly string[];
}

/** A check: does its work, prints what a person needs to see of it, and counts. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/**
 * Runs the checks in order, goes on after a failure, and ends with the one closing line `N passed, N failed`.
 * Where `COLLOQUY_TALLY` names a file, the numbers are appended there instead: .ci/run sums several commands.
 */
export async function runChecks(checks: readonly Check[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const check of checks) {
    console.log(`\n== ${check.name}`);
    const begunAt = performance.now();
    const outcome = await check.run().catch((fault: unknown) => {
      console.error(fault instanceof Error ? fault.message : fault);
      return { name: check.name, passed: 0, failed: 1 };
    });
    outcomes.push(outcome);
    const seconds = ((performance.now() - begunAt) / 1000).toFixed(1);
    console.log(`${check.name}: ${outcome.failed === 0 ? 'ok' : 'FAILED'} (${outcome.passed}, ${seconds} s)`);
  }
  close(outcomes);
}

function close(outcomes: readonly Outcome[]): void {
  const passed = outcomes.reduce((sum, each) => sum + each.passed, 0);
  const failed = outcomes.reduce((sum, each) => sum + each.failed, 0);
  const red = outcomes.filter((each) => each.failed > 0);
  if (red.length > 0) console.log('\nFailed:');
  for (const { name, broken = [] } of red) console.log([name, ...broken].join('\n  '));
  const file = process.env['COLLOQUY_TALLY'];
  if (file === undefined) console.log(`\n${passed} passed, ${failed} failed`);
  else appendFileSync(file, `${passed} ${failed}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
