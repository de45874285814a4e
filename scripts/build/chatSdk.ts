import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';
import { PLAIN_PRIVATE, plainPrivates } from './plainPrivates.ts';

/** What the lowering to ES2017 may take for granted of our own code: it is shorter for it. */
const ASSUMPTIONS = { noDocumentAll: true, pureGetters: true, setPublicClassFields: true } as const;

/** Builds `dist/chat-sdk.js`: a classic script with one global, for browsers from ECMAScript 2017 on (axp.md 1.1). */
export async function buildChatSdk(): Promise<void> {
  const folder = join(ROOT, 'src/facades/chat-sdk');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: [plainPrivates()],
    build: {
      target: 'es2017',
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(folder, 'script.ts'),
        formats: ['iife'],
        name: 'ColloquyChatSdk',
        fileName: () => 'chat-sdk.js',
      },
      rolldownOptions: {
        onLog,
        transform: {
          assumptions: ASSUMPTIONS,
          inject: { 'Object.hasOwn': [join(folder, 'hasOwn.ts'), 'hasOwn'] },
        },
        output: {
          minify: { compress: true, mangle: true, mangleProps: { include: PLAIN_PRIVATE } },
          codeSplitting: false,
        },
      },
    },
  });
}
