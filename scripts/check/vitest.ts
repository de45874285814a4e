import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { runCommand } from './command.ts';
import type { Check } from './tally.ts';

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

function count(name: string, status: number, json: string): { name: string; passed: number; failed: number } {
  const report = JSON.parse(json) as {
    numPassedTests?: number;
    numFailedTests?: number;
    testResults?: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = (report.numFailedTests ?? 0) + unloaded;
  // An error outside the tests (a rejection nobody caught) fails the run without failing a test.
  return { name, passed: report.numPassedTests ?? 0, failed: failed === 0 && status !== 0 ? 1 : failed };
}
