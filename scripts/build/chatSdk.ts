import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';

/** Builds `dist/chat-sdk.js`: a classic script with one global, for browsers from ECMAScript 2017 on (axp.md 1.1). */
export async function buildChatSdk(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'es2017',
      outDir: 'dist',
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(ROOT, 'src/facades/chat-sdk/script.ts'),
        formats: ['iife'],
        name: 'ColloquyChatSdk',
        fileName: () => 'chat-sdk.js',
      },
      rolldownOptions: { onLog, output: { minify: true, codeSplitting: false } },
    },
  });
}
