import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.ts';
import { ALIASES, OWN_NAME } from './scripts/aliases.ts';
import type { Runtime } from './scripts/aliases.ts';
import { shortJsx } from './scripts/build/shortJsx.ts';

/** Found up front: a dependency that Vite meets only during the run would reload the page under a test. */
const PREBUNDLED = [
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'styled-components',
  'zustand',
  'zustand/vanilla',
  'zustand/react/shallow',
  'hono',
  'jose',
  '@testing-library/react',
  '@testing-library/dom',
  '@testing-library/user-event',
  '@testing-library/jest-dom/vitest',
  'axe-core',
  '@guidepup/virtual-screen-reader',
];

/** What a runtime does not have, or has under another name. */
const MISSING: Readonly<Record<Runtime, readonly string[]>> = {
  react: [],
  react18: ['react/jsx-dev-runtime'],
  preact: ['react/jsx-dev-runtime', 'react-dom/server'],
};

/** A second of work is many on a busy machine; whoever hangs is still found. In milliseconds. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000 };

// One thread for the platform's own work: what a test asks of it comes back after all that was asked before, so that a turn of a
// test's world (src/testing/center/turn.ts) has an end.
process.env['UV_THREADPOOL_SIZE'] ??= '1';

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: [...OWN_NAME] },
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/gate/**', 'test/built/**', 'test/fixtures/**', '**/node_modules/**'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'built',
          environment: 'node',
          include: ['test/built/**/*.test.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'gate',
          environment: 'node',
          include: ['test/gate/**/*.test.ts'],
          ...{ testTimeout: 600_000, hookTimeout: 600_000 },
        },
      },
      inBrowser('browser', 'react'),
      inBrowser('react18', 'react18'),
      inBrowser('preact', 'preact'),
    ],
  },
});

/** The component suite on one runtime, in Chromium. */
function inBrowser(name: string, runtime: Runtime): TestProjectConfiguration {
  const executablePath = findBrowser();
  return {
    cacheDir: `node_modules/.vite/${name}`,
    // As the widget is built.
    plugins: runtime === 'preact' ? [shortJsx()] : [],
    resolve: { alias: [...ALIASES[runtime], ...OWN_NAME] },
    optimizeDeps: {
      // The widget's runtime is bundled into what stands on it; Vite's cache would not see it change.
      force: runtime === 'preact',
      include: PREBUNDLED.filter((each) => !MISSING[runtime].includes(each)),
    },
    test: {
      name,
      // One page at a time: one behind another has no frames, which lists and motion wait for.
      fileParallelism: false,
      // What runs differently on the widget's runtime can ask (test/support/hydrateFromServer.tsx).
      env: { RUNTIME: runtime },
      include: ['test/**/*.test.tsx'],
      exclude: ['test/e2e/**', 'test/fixtures/**', '**/node_modules/**'],
      setupFiles: ['test/support/browserSetup.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport: { width: 800, height: 720 },
        provider: playwright({
          launchOptions: {
            args: [...BROWSER_ARGS],
            ...(executablePath === undefined ? {} : { executablePath }),
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
