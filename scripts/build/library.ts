import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';
import { builtDoors } from './doors.ts';
import type { Door } from './doors.ts';
import { tightStyles } from './tightStyles.ts';

/** Left to the application that installs the package. Everything else (the servers' libraries) is taken inside. */
const EXTERNAL = /^(react|react-dom|styled-components|zustand)(\/|$)/;

/** Builds the ES modules of all doors with their shared chunks, then the types. */
export async function buildLibrary(): Promise<void> {
  const doors = builtDoors();
  const entry = Object.fromEntries(doors.map((door) => [door.output, join(ROOT, door.source)]));
  rmSync(join(ROOT, 'dist/chunks'), { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    // Styles are read at run time: what is not written is not read.
    plugins: [tightStyles(), writeUseClient(doors)],
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        onLog,
        external: EXTERNAL,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  emitTypes();
}

/** The directive must stand first in the door itself: that file is the boundary which a server bundler sees. */
function writeUseClient(doors: readonly Door[]): Plugin {
  const outputs = new Set(doors.filter((door) => door.forClient).map((door) => door.output));
  return {
    name: 'colloquy:use-client',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry || !outputs.has(chunk.name)) continue;
        if (!/^['"]use client['"]/.test(chunk.code)) chunk.code = `'use client';\n${chunk.code}`;
      }
    },
  };
}

function emitTypes(): void {
  rmSync(join(ROOT, 'dist/types'), { recursive: true, force: true });
  const args = ['node_modules/ts7/bin/tsc', '-p', 'tsconfig.declarations.json', '--pretty', 'false'];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The types of the library could not be written; see the lines above.');
}
