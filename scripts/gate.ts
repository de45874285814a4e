import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { command, runCommand, script } from './check/command.ts';
import { runChecks } from './check/tally.ts';
import type { Check } from './check/tally.ts';
import { vitest } from './check/vitest.ts';
import { ROOT } from './root.ts';

/** The long checks: `npm run gate`. A new one is one more line of this list. */
process.env['CHROMIUM_PATH'] = ensureBrowser();

await runChecks([
  script('build', 'scripts/build.ts', '--stale'),
  command('publint', ['publint', '--strict', '--pack', 'npm']),
  command('are the types wrong', [
    'attw',
    '--pack',
    '.',
    '--profile',
    'esm-only',
    '--no-emoji',
    ...notModules(),
  ]),
  script('webhook storm', 'scripts/storm.ts', '--store', 'memory'),
  // The simulation, the whole fault matrix, 200 kills, the pictures (`npm run visual`) and the long journeys
  // (`npm run journeys -- --project long`) are commands of their own: they join this list when one run on an idle machine has shown them green as they are now.
  script('next protocol version', 'test/faults/main.ts', '--versions'),
  vitest('packed package and PostgreSQL', ['gate']),
  { name: 'components on React 18', run: onReact18 },
  vitest('components on Preact', ['preact']),
  script('build-storybook', 'scripts/storybook.ts', 'build', '--loglevel', 'error'),
  script('every story played, and through axe', 'scripts/stories.ts'),
]);

/** React 18 lives in a folder of its own, since one tree cannot hold two Reacts. */
async function onReact18(): ReturnType<Check['run']> {
  const folder = join(ROOT, 'test/react18');
  if (!existsSync(join(folder, 'node_modules/react')))
    await runCommand('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder });
  return vitest('components on React 18', ['react18']).run();
}

/** Doors that are no modules to import: the classic script, and the pattern of languages, which attw cannot expand. */
function notModules(): string[] {
  return ['--exclude-entrypoints', './widget.js', './chat-sdk.js', './locales/*'];
}
