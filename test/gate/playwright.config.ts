import { defineConfig, type Project } from '@playwright/test';
import journeys from '../e2e/playwright.config.ts';

/** The widget on pages that are not ours: what `npm run widget:firefox` runs. */
const ON_ANY_PAGE =
  /(gate\/(hostilePages|hostilePagesPrint|lateMedia|navigation|severalWidgets|widgetFrame)|e2e\/widgetPolicy)\.spec\.ts$/;

/**
 * A phone, as far as Firefox can be told by preference: a finger is all there is (bit 1, coarse), and scrollbars take no room.
 * Playwright makes no touch screen of a Firefox that it drives over BiDi.
 */
const FINGER = {
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
  'ui.useOverlayScrollbars': 1,
};

/**
 * The long browser checks of `npm run gate`: the same browser, other tests. With COLLOQUY_FIREFOX set, those of the widget in
 * Firefox instead.
 */
export default defineConfig({
  ...journeys,
  testDir: '.',
  fullyParallel: true,
  timeout: 120_000,
  use: { ...journeys.use, contextOptions: { reducedMotion: 'reduce' } },
  ...(process.env['COLLOQUY_FIREFOX'] !== undefined && { projects: inFirefox() }),
});

function inFirefox(): Project[] {
  const firefox = journeys.projects?.find(({ name }) => name === 'firefox');
  if (!firefox) throw new Error('No Firefox found: install firefox-esr, or set FIREFOX_PATH.');
  const { use, ...others } = firefox;
  const launchOptions = { ...use?.launchOptions, firefoxUserPrefs: FINGER };
  return [
    { ...firefox, testDir: '..', testMatch: ON_ANY_PAGE },
    { ...others, name: 'firefox, a phone', testMatch: 'phone.spec.ts', use: { ...use, launchOptions } },
  ];
}
