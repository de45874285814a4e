import { fork, type ChildProcess } from 'node:child_process';
import { backoffMs, decode, systemClock, systemRandom, type Logger, type Timer } from '../../lib/index.ts';
import type { ServerConfig } from './serverConfig.ts';

/**
 * One supervised server process. It is started again, with growing pauses, when it dies by itself; a process that dies
 * before it was ever ready fails `start`, since its reason (a port, a damaged file) will not go away by trying.
 */
export function createChildServer(options: ChildServerOptions): ChildServer {
  const { config, name, logger } = options;
  let child: ChildProcess | undefined;
  let restart: Timer | undefined;
  let deaths = 0;
  let wanted = false;
  let stopped = false;

  function spawn(): Promise<void> {
    const started = fork(options.entry, ['child'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: true,
    });
    child = started;
    const readyAtMs = { value: -Infinity };
    return new Promise((resolve, reject) => {
      started.on('message', (message) => {
        const said = decodeMessage(message);
        if (!said.ok) return;
        if (said.value.type === 'waiting') return void started.send(config);
        readyAtMs.value = systemClock.monotonic();
        if (started.pid !== undefined) options.onReady(started.pid);
        resolve();
      });
      started.on('error', reject);
      started.on('exit', (code, signal) => {
        if (child === started) child = undefined;
        reject(new ChildDied(name));
        if (wanted) again(readyAtMs.value, { code: code ?? undefined, signal: signal ?? undefined });
      });
    });
  }

  function again(readyAtMs: number, how: { code: number | undefined; signal: string | undefined }): void {
    // One that was never ready was not steady.
    if (Number.isFinite(readyAtMs) && systemClock.monotonic() - readyAtMs > STEADY_MS) deaths = 0;
    const pauseMs = backoffMs(deaths, systemRandom.next, RESTART_PAUSES.capMs, RESTART_PAUSES.baseMs);
    deaths += 1;
    logger.warn(`the ${name} ended by itself; it is started again`, { ...how, times: deaths, pauseMs });
    restart = systemClock.after(pauseMs, () => {
      // A failure shows as the next exit, which comes by here again.
      if (wanted) spawn().catch(() => undefined);
    });
  }

  return {
    async start() {
      await spawn();
      // It may have been told to stop while it was starting.
      wanted = !stopped;
    },
    async stop() {
      wanted = false;
      stopped = true;
      systemClock.clear(restart);
      const running = child;
      if (!running || running.exitCode !== null) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      const impatience = systemClock.after(STOP_WITHIN_MS, () => running.kill('SIGKILL'));
      await ended;
      systemClock.clear(impatience);
    },
  };
}

/** What to start, how, and who wants to know. */
export interface ChildServerOptions {
  /** As people call it. */
  readonly name: string;
  /** The file of the command line, which is started again with `child`. */
  readonly entry: string;
  readonly config: ServerConfig;
  readonly logger: Logger;
  /** After each start that succeeded. */
  readonly onReady: (pid: number) => void;
}

/** A server process under supervision. */
export interface ChildServer {
  /** Resolves when it answers. Rejects with `ChildDied`; the process itself has told why. */
  start(): Promise<void>;
  /** Lets it drain; 9 s later it is killed. */
  stop(): Promise<void>;
}

/** A server ended before it was ready. */
export class ChildDied extends RangeError {
  constructor(name: string) {
    super(`The ${name} did not start; the line above says why.`);
  }
}

const STEADY_MS = 30_000;
const STOP_WITHIN_MS = 9_000;
const RESTART_PAUSES = { baseMs: 200, capMs: 10_000 };

const decodeMessage = decode.object({ type: decode.oneOf('waiting', 'ready') });
