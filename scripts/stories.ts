import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { runCommand } from './check/command.ts';
import { STORIES_REPORT } from './review/reports.ts';

/**
 * `npm run stories [-- --all | --reflow] [-- -g "phone"]`: every story of the built book is rendered, played and held against axe, with a
 * report for `npm run review`. `--all` holds every story against every profile instead of a drawn sample; `--reflow`
 * holds every story against 400 % and the reader's own spacing of text instead, where nothing may be cut, too small or moving.
 */
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    reflow: { type: 'boolean', default: false },
    grep: { type: 'string', short: 'g' },
  },
});
mkdirSync(dirname(STORIES_REPORT), { recursive: true });
rmSync(STORIES_REPORT, { force: true });
const filter = values.grep !== undefined ? ['--grep', values.grep] : [];
process.exitCode = await runCommand(
  'playwright',
  [
    'test',
    '--config',
    'test/gate/playwright.config.ts',
    'gate/stories.spec',
    '--reporter=line,json',
    ...filter,
  ],
  {
    endAfterMs: 0,
    env: {
      CHROMIUM_PATH: ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: STORIES_REPORT,
      ...(values.all && { COLLOQUY_STORIES: 'all' }),
      ...(values.reflow && { COLLOQUY_STORIES: 'reflow' }),
    },
  },
);
