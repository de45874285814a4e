import { chromium, firefox, type Browser } from 'playwright';
import { BROWSER_ARGS, ensureBrowser, findFirefox } from '../../../scripts/browser.ts';
import type { Desktop } from './desktop.ts';

/** Browsers that can be read here. */
export type BrowserName = 'chromium' | 'firefox';

/** Those of them that are installed here. */
export function browsersHere(): readonly BrowserName[] {
  return findFirefox() === undefined ? ['chromium'] : ['chromium', 'firefox'];
}

/** Opens a browser with a window on the desktop. */
export function openBrowser(name: BrowserName, desktop: Desktop): Promise<Browser> {
  const common = { headless: false, env: desktop.env };
  if (name === 'chromium') {
    const args = [...BROWSER_ARGS, '--force-renderer-accessibility'];
    return chromium.launch({ ...common, executablePath: ensureBrowser(), args });
  }
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('No Firefox here (firefox-esr, or FIREFOX_PATH)');
  return firefox.launch({ ...common, executablePath, channel: 'moz-firefox' });
}
