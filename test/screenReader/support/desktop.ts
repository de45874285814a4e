import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { systemClock } from '../../../src/lib/index.ts';

/** A desktop without a screen and of its own: an X server, a session bus, and an empty home. */
export interface Desktop {
  /** What programs on it need to be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Erased at the end. */
  readonly home: string;
  stop(): Promise<void>;
}

/** Starts Xvfb and a session bus; the accessibility bus comes by itself when it is asked for. */
export async function startDesktop(): Promise<Desktop> {
  const home = mkdtempSync(join(tmpdir(), 'colloquy-orca-'));
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(screen, 3, 'Xvfb')}`;
  const base = {
    DISPLAY: display,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CACHE_HOME: join(home, 'cache'),
    GSETTINGS_BACKEND: 'memory',
    LANG: 'C.UTF-8',
    // For Chromium and for Firefox: there is somebody who listens.
    ACCESSIBILITY_ENABLED: '1',
    GNOME_ACCESSIBILITY: '1',
  };
  const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'pipe'];
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=3'], {
    env: { ...ownEnv(), ...base },
    stdio,
  });
  const address = await firstLine(bus, 3, 'dbus-daemon');
  return {
    env: { ...ownEnv(), ...base, DBUS_SESSION_BUS_ADDRESS: address },
    home,
    async stop() {
      await end(bus);
      await end(screen);
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Asks a process to end, and makes it after 5 s. Resolves when it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = systemClock.after(5_000, () => child.kill('SIGKILL'));
  await gone;
  systemClock.clear(force);
}

function ownEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

function firstLine(child: ChildProcess, fd: number, name: string): Promise<string> {
  const pipe = child.stdio[fd] as Readable;
  return new Promise((resolve, reject) => {
    let text = '';
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('error', (cause) => reject(new Error(`${name} could not be started`, { cause })));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
}
