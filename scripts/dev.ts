import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { exists, isStale, make, PARTS } from './build/parts.ts';
import { ROOT } from './root.ts';

/** The demo with watching: a change under `src` or `public` rebuilds what it touches; a change of a server starts it anew. */
const SETTLE_MS = 150;
const parts = PARTS.filter((part) => part.name !== 'library');

let demo: ChildProcess | undefined;
let settling: NodeJS.Timeout | undefined;
let working = false;

await rebuild();
restart();
for (const folder of ['src', 'public']) watch(join(ROOT, folder), { recursive: true }, settle);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(signal));

/** Editors write a file in several strokes: wait until they rest. */
function settle(): void {
  clearTimeout(settling);
  settling = setTimeout(() => void rebuildAndRestart(), SETTLE_MS);
}

async function rebuildAndRestart(): Promise<void> {
  if (working) return settle();
  const remade = await rebuild();
  if (remade.includes('servers')) restart();
}

/** Builds what is stale and answers its names. A part that does not build keeps its last good form. */
async function rebuild(): Promise<string[]> {
  working = true;
  const remade: string[] = [];
  for (const part of parts.filter((each) => exists(each) && isStale(each))) {
    try {
      await make(part);
      remade.push(part.name);
      console.log(`built ${part.name}`);
    } catch (fault) {
      console.error(`${part.name} does not build: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  working = false;
  return remade;
}

function restart(): void {
  const begin = (): void => {
    demo = spawn(process.execPath, ['dist/cli.js', 'demo', ...process.argv.slice(2)], {
      cwd: ROOT,
      stdio: 'inherit',
    });
  };
  if (demo === undefined || demo.exitCode !== null) return begin();
  demo.once('exit', begin);
  demo.kill('SIGTERM');
}

function end(signal: 'SIGINT' | 'SIGTERM'): void {
  if (demo === undefined || demo.exitCode !== null) process.exit(0);
  demo.removeAllListeners('exit');
  demo.once('exit', (code) => process.exit(code ?? 0));
  demo.kill(signal);
}
