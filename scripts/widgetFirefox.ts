import { ensureFirefox } from './browser.ts';
import { runCommand } from './check/command.ts';

/**
 * `npm run widget:firefox [-- words of a file or -g a title]`: the widget under a strict policy, on hostile pages, on a phone, in
 * a frame, from page to page, beside another one and with pictures that come late, in a stock Firefox over WebDriver BiDi.
 */
process.exitCode = await runCommand(
  'playwright',
  ['test', '--config', 'test/gate/playwright.config.ts', ...process.argv.slice(2)],
  { endAfterMs: 0, env: { FIREFOX_PATH: ensureFirefox(), COLLOQUY_FIREFOX: '1' } },
);
