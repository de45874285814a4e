import { defineConfig } from '@playwright/test';
import journeys from '../e2e/playwright.config.ts';

/** The long browser checks of `npm run gate`: the same browser, other tests. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  fullyParallel: true,
  timeout: 120_000,
  use: { ...journeys.use, contextOptions: { reducedMotion: 'reduce' } },
});
