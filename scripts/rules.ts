import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { runCommand } from './check/command.ts';
import { RULES_REPORT } from './review/reports.ts';
import { ROOT } from './root.ts';

/**
 * `npm run rules [-- --all] [-- -g "Alfa"]`: every story of the built book in light, and a drawn sample in dark, under two rule
 * engines that share no code with axe: IBM's and Siteimprove's Alfa. They are installed into `test/ruleEngines` where
 * they are missing. `--all`: every story in dark too. Leaves a report for `npm run review`.
 */
const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, grep: { type: 'string', short: 'g' } },
});
const folder = join(ROOT, 'test/ruleEngines');
mkdirSync(dirname(RULES_REPORT), { recursive: true });
rmSync(RULES_REPORT, { force: true });
const isInstalled =
  existsSync(join(folder, 'node_modules')) ||
  (await runCommand('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder })) === 0;
process.exitCode = isInstalled ? await ask() : 1;

function ask(): Promise<number> {
  const filter = values.grep !== undefined ? ['--grep', values.grep] : [];
  return runCommand(
    'playwright',
    ['test', '--config', 'test/ruleEngines/playwright.config.ts', '--reporter=line,json', ...filter],
    {
      endAfterMs: 0,
      env: {
        CHROMIUM_PATH: ensureBrowser(),
        PLAYWRIGHT_JSON_OUTPUT_FILE: RULES_REPORT,
        ...(values.all && { COLLOQUY_STORIES: 'all' }),
      },
    },
  );
}
