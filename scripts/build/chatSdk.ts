import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';
import { inlineCalls } from './inlineCalls.ts';
import { flatSpreads } from './flatSpreads.ts';
import { ownNames } from './ownNames.ts';
import { PLAIN_PRIVATE, plainPrivates } from './plainPrivates.ts';
import { plainQuotes } from './plainQuotes.ts';

const FOLDER = join(ROOT, 'src/facades/chat-sdk');
const OLD = join(FOLDER, 'oldBrowsers.ts');

/** What the lowering to ES2017 may take for granted of our own code: it is shorter for it. */
const ASSUMPTIONS = { noDocumentAll: true, pureGetters: true, setPublicClassFields: true } as const;

/** What stands for words that the browsers of 2017 lack, and for the compiler's own helpers, which are larger. */
const INJECTED: Record<string, [string, string]> = {
  'Object.hasOwn': [OLD, 'hasOwn'],
  'babelHelpers.objectSpread2': [OLD, 'assign'],
  'babelHelpers.objectWithoutProperties': [OLD, 'without'],
};

/** Builds `dist/chat-sdk.js`: a classic script with one global, for browsers from ECMAScript 2017 on (axp.md 1.1). @param outDir default `dist`. */
export async function buildChatSdk(outDir = 'dist'): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: [plainPrivates(), aloneOnly(), ownNames(), flatSpreads(), inlineCalls(2017), plainQuotes()],
    build: {
      target: 'es2017',
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(FOLDER, 'script.ts'),
        formats: ['iife'],
        name: 'ColloquyChatSdk',
        fileName: () => 'chat-sdk.js',
      },
      rolldownOptions: {
        // Nothing of ours does anything when it is read.
        treeshake: {
          propertyReadSideEffects: false,
        },
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        onLog,
        transform: {
          assumptions: ASSUMPTIONS,
          typescript: { removeClassFieldsWithoutInitializer: true },
          helpers: { mode: 'External' },
          inject: INJECTED,
        },
        output: {
          minify: { compress: true, mangle: true, mangleProps: { include: PLAIN_PRIVATE } },
          codeSplitting: false,
        },
      },
    },
  });
}

/**
 * Leaves out the client that shares its line with other tabs. Nothing here makes one, but to the bundler an `import()` in
 * code that goes unused is an import all the same: for its sake it would wrap every module.
 */
function aloneOnly(): Plugin {
  return {
    name: 'colloquy:alone-only',
    enforce: 'pre',
    load: (id) => (id.endsWith('/src/client/createSharedClient.ts') ? 'export {};' : undefined),
  };
}
