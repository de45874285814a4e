import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { command, runCommand, script } from './check/command.ts';
import { playwright } from './check/playwright.ts';
import { runChecks } from './check/tally.ts';
import type { Check } from './check/tally.ts';
import { vitest } from './check/vitest.ts';
import { ROOT } from './root.ts';

/** The long checks: `npm run gate`. A new one is one more line of this list. */
process.env['CHROMIUM_PATH'] = ensureBrowser();

const WIDGET = [
  'hostilePages',
  'widgetFrame',
  'widgetHeap',
  'severalWidgets',
  'gate/burst.spec',
  'gate/lateMedia.spec',
  'gate/lateToken.spec',
  'gate/phone.spec',
  'gate/navigation.spec',
];

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
  script('next protocol version', 'test/faults/main.ts', '--versions'),
  vitest('packed package and PostgreSQL', ['gate']),
  { name: 'components on React 18', run: onReact18 },
  vitest('components on Preact', ['preact']),
  script('build-storybook', 'scripts/storybook.ts', 'build', '--loglevel', 'error'),
  script('every story played, and through axe', 'scripts/stories.ts'),
  command('the widget on any page', [
    'playwright',
    'test',
    '--config',
    'test/gate/playwright.config.ts',
    ...WIDGET,
  ]),
  // The size of row R1, 10 million steps; a step of one tab costs nearly twice as much.
  simulation('simulation, up to four tabs', '--seeds 2000 --steps 2500 --tabs 4'),
  simulation('simulation, one tab', '--seeds 100 --steps 5000'),
  simulation('simulation, twice', '--seeds 100 --steps 500 --tabs 3 --twice'),
  simulation('planted bugs', '--mutants --steps 4000'),
  script('kills', 'scripts/kills.ts', '--kills', '200', '--database', 'postgres', '--seed', '7'),
  script('reconnect storm', 'scripts/reconnects.ts', '--streams', '1000'),
  script('faults on the road', 'test/faults/main.ts'),
  script('tokens', 'test/faults/main.ts', '--tokens', '--minutes', '2'),
  playwright('long journeys', 'test/e2e/playwright.config.ts', 'long'),
]);

function simulation(name: string, flags: string): Check {
  return script(name, 'scripts/simulate.ts', ...flags.split(' '));
}

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
