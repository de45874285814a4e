import { ensureBrowser } from './browser.ts';
import { command, script } from './check/command.ts';
import { playwright } from './check/playwright.ts';
import { runChecks } from './check/tally.ts';
import { vitest } from './check/vitest.ts';

/** What every change must pass: `npm test`. The long checks are in gate.ts. */
try {
  process.env['CHROMIUM_PATH'] = ensureBrowser();
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}

await runChecks([
  command('format', ['prettier', '--check', '--log-level', 'warn', '.']),
  script('types', 'scripts/types.ts'),
  script('lint', 'scripts/lint.ts'),
  command('unused code', ['knip', '--no-progress']),
  vitest('unit', ['node']),
  vitest('components', ['browser']),
  script('build', 'scripts/build.ts', '--stale'),
  script('api surface', 'scripts/api.ts', '--check'),
  vitest('built files', ['built']),
  playwright('journeys', 'test/e2e/playwright.config.ts', 'main'),
]);
