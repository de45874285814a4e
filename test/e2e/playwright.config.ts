import { defineConfig, type Project } from '@playwright/test';
import { BROWSER_ARGS, findBrowser, findFirefox } from '../../scripts/browser.ts';

const executablePath = findBrowser();
const firefox = findFirefox();
/** What a browser itself has a say in (guarantees, R8): these run in Firefox too, where there is one. */
const OF_THE_BROWSER = /(outboxStates|backForward)\.spec\.ts$/;

/** The journeys of every change; the others belong to the gate. */
const MAIN = /(administration|conversation|endings|situations|tabs|widgetPolicy)\.spec\.ts$/;

/** A long journey has many steps, and a busy machine makes each of them longer: who waits for long has something that hangs. */
const PATIENT = { timeout: 240_000, expect: { timeout: 40_000 } } as const;

if (firefox === undefined && process.env['TEST_WORKER_INDEX'] === undefined)
  console.warn('No Firefox here (firefox-esr, or FIREFOX_PATH): the journeys run in Chromium only.');

const chromium: Project['use'] = {
  browserName: 'chromium',
  launchOptions: {
    args: [...BROWSER_ARGS],
    // Playwright turns the back/forward cache off; people have it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
};

/** The journeys: real processes on free ports, a real Chromium, no retries. Each journey starts what it needs. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    headless: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'main', testMatch: MAIN, use: chromium },
    { name: 'long', testIgnore: MAIN, use: chromium, ...PATIENT },
    ...(firefox === undefined
      ? []
      : [
          {
            name: 'firefox',
            ...PATIENT,
            testMatch: OF_THE_BROWSER,
            grepInvert: /@chromium/,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
          },
        ]),
  ],
});
