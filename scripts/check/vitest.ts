import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { runCommand } from './command.ts';
import type { Check, Outcome } from './tally.ts';

/** Vitest on the named projects of vite.config.ts, counted by test. A file that cannot be loaded counts as one failure. */
export function vitest(name: string, projects: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const report = join(ROOT, '.cache', `vitest-${projects.join('-')}.json`);
      mkdirSync(join(ROOT, '.cache'), { recursive: true });
      rmSync(report, { force: true });
      const args = ['run', ...projects.flatMap((each) => ['--project', each])];
      const reporters = [
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${report}`,
        '--passWithNoTests',
      ];
      const status = await runCommand('vitest', [...args, ...reporters]);
      return count(name, status, existsSync(report) ? readFileSync(report, 'utf8') : '{}');
    },
  };
}

interface Report {
  readonly numPassedTests?: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function count(name: string, status: number, json: string): Outcome {
  const { numPassedTests: passed = 0, testResults: files = [] } = JSON.parse(json) as Report;
  const broken = files.flatMap(({ name: file, status: outcome, assertionResults }) =>
    outcome === 'failed' && assertionResults.length === 0
      ? [`${file} (could not be loaded)`]
      : assertionResults.filter((each) => each.status === 'failed').map((each) => each.fullName),
  );
  // An error outside the tests (a rejection nobody caught) fails the run without failing a test.
  const failed = broken.length === 0 && status !== 0 ? 1 : broken.length;
  return { name, passed, failed, broken };
}
