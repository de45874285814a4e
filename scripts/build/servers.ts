import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';

/** Native speed-ups that `ws` tries to load and does without, and the database driver: whoever wants it installs it. */
const OPTIONAL = ['bufferutil', 'utf-8-validate', 'pg'];

/** Builds what runs in Node: `dist/cli.js`, all servers and the command line in one file, their libraries inside, and `dist/codemod.js`. */
export async function buildServers(): Promise<void> {
  await buildCommand('src/server/node/cli.ts', 'cli.js');
  await buildCommand('scripts/codemod.ts', 'codemod.js');
}

async function buildCommand(entry: string, file: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node', external: OPTIONAL },
    build: {
      ssr: join(ROOT, entry),
      target: 'node22',
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        onLog,
        external: OPTIONAL,
        output: { format: 'es', entryFileNames: file, codeSplitting: false },
      },
    },
  });
  chmodSync(join(ROOT, 'dist', file), 0o755);
}
