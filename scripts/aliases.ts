import { join } from 'node:path';
import { ROOT } from './root.ts';

/** What stands behind the name `react`: the installed React, React 18 from `test/react18`, or the widget's Preact. */
export type Runtime = 'react' | 'react18' | 'preact';

interface Alias {
  readonly find: RegExp;
  readonly replacement: string;
}

const react18 = join(ROOT, 'test/react18/node_modules');

const widgetRuntime = join(ROOT, 'src/widget/reactRuntime.ts');

/** Module aliases by runtime, in Vite's form. Exact matches: `react-dom` must not swallow `react-dom/client`. */
export const ALIASES: Readonly<Record<Runtime, Alias[]>> = {
  react: [],
  react18: [
    alias('react/jsx-runtime', join(react18, 'react/jsx-runtime.js')),
    alias('react/jsx-dev-runtime', join(react18, 'react/jsx-dev-runtime.js')),
    alias('react-dom/client', join(react18, 'react-dom/client.js')),
    alias('react-dom/server', join(react18, 'react-dom/server.browser.js')),
    alias('react-dom/test-utils', join(react18, 'react-dom/test-utils.js')),
    alias('react-dom', join(react18, 'react-dom/index.js')),
    alias('react', join(react18, 'react/index.js')),
  ],
  preact: [
    alias('react/jsx-runtime', 'preact/jsx-runtime'),
    alias('react/jsx-dev-runtime', 'preact/jsx-runtime'),
    alias('react-dom/client', widgetRuntime),
    // Never called: the widget has no server side. Without this the tests' Vite would go and bundle React's.
    alias('react-dom/server', widgetRuntime),
    alias('react-dom/test-utils', 'preact/test-utils'),
    alias('react-dom', widgetRuntime),
    alias('react', widgetRuntime),
    alias('styled-components', join(ROOT, 'src/widget/styledRuntime.ts')),
    alias('\\./constructedSheet\\.ts', join(ROOT, 'src/widget/styledSheet.ts')),
  ],
};

function alias(name: string, replacement: string): Alias {
  return { find: new RegExp(`^${name}$`), replacement };
}

/** The package's own name, as the examples of docs/examples write it: the sources behind its doors. */
export const OWN_NAME: readonly Alias[] = [
  alias('colloquy', join(ROOT, 'src/index.ts')),
  { find: /^colloquy\/([\w/-]+)$/, replacement: join(ROOT, 'src/$1/index.ts') },
];
