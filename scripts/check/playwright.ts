import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.ts';
import { ROOT } from '../root.ts';
import { runCommand } from './command.ts';
import type { Check } from './tally.ts';

/** Playwright's tests in the folder of the given configuration, counted by test; of these projects only, where some are named. */
export function playwright(name: string, config: string, ...projects: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const report = join(ROOT, '.cache', `playwright-${name.replaceAll(/\W+/g, '-')}.json`);
      mkdirSync(join(ROOT, '.cache'), { recursive: true });
      rmSync(report, { force: true });
      const args = ['test', '--config', config, '--pass-with-no-tests', '--reporter=list,json'];
      const status = await runCommand(
        'playwright',
        [...args, ...projects.flatMap((each) => ['--project', each])],
        {
          env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: ensureBrowser() },
        },
      );
      const text = existsSync(report) ? readFileSync(report, 'utf8') : '{}';
      const { stats } = JSON.parse(text) as {
        stats?: { expected: number; unexpected: number; flaky: number };
      };
      const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
      return { name, passed: stats?.expected ?? 0, failed: failed === 0 && status !== 0 ? 1 : failed };
    },
  };
}
