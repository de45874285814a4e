import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { runCommand } from './check/command.ts';
import { VISUAL_REPORT } from './review/reports.ts';

/**
 * `npm run visual [-- --accept] [-- --all]`: a drawn half of the built stories, each in one profile, against the checked-in
 * pictures. `--accept` takes the pictures as they are now; `--all` means every story in every profile, against pictures that
 * one has accepted on the same machine before (they are too many to be checked in).
 */
const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, accept: { type: 'boolean', default: false } },
});
mkdirSync(dirname(VISUAL_REPORT), { recursive: true });
rmSync(VISUAL_REPORT, { force: true });
process.exitCode = await runCommand(
  'playwright',
  [
    ...['test', '--config', 'test/visual/playwright.config.ts', '--reporter=line,json'],
    ...(values.accept ? ['--update-snapshots=changed'] : []),
  ],
  {
    endAfterMs: 0,
    env: {
      CHROMIUM_PATH: ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: VISUAL_REPORT,
      ...(values.all && { COLLOQUY_STORIES: 'all' }),
    },
  },
);
