import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './root.ts';

/** The part of `demo.json` that scripts use; issue text and docs describe all of it. */
export interface DemoAddresses {
  readonly demoUrl: string;
  readonly deskUrl: string;
  readonly agents: readonly { readonly user: string; readonly password: string }[];
}

/** A running demo on free ports, with a data folder of its own. */
export interface RunningDemo extends DemoAddresses {
  /** Ends it as a supervisor would and removes its data. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** Starts the built demo. Rejects when it is not ready within 30 s. */
export async function startDemo(): Promise<RunningDemo> {
  const data = mkdtempSync(join(tmpdir(), 'colloquy-demo-'));
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'demo', '--data', data], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const addresses = join(data, 'demo.json');
  for (let waitedMs = 0; !existsSync(addresses); waitedMs += LOOK_EVERY_MS) {
    if (waitedMs < READY_WITHIN_MS && child.exitCode === null) await pause(LOOK_EVERY_MS);
    else {
      await stop();
      throw new Error('The demo did not get ready.');
    }
  }
  return { ...(JSON.parse(readFileSync(addresses, 'utf8')) as DemoAddresses), stop };
}
