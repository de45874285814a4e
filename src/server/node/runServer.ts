import { systemClock } from '../../lib/index.ts';
import { StoreError } from '../storage/index.ts';
import { ListenError } from './listen.ts';
import { createLineLogger } from './logLines.ts';
import { startServer, type ServerParts } from './startServer.ts';
import type { ServerConfig } from './serverConfig.ts';

/**
 * Runs one server in this process until SIGTERM or SIGINT, which drain it and end the process with 0. Failures that a
 * person can mend are one line on stderr and status 1; 2 says that the port is taken.
 */
export async function runServer(
  config: ServerConfig,
  onReady: (port: number) => void,
  parts: ServerParts = {},
): Promise<void> {
  // Data files are for their owner: they hold conversations and keys.
  process.umask(0o077);
  const logger = createLineLogger(config.logLevel, config.server);
  const running = startServer(config, logger, parts);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs: the process ends.
    systemClock.after(STOP_WITHIN_MS, () => process.exit(1));
    running
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', stop);
  try {
    onReady((await running).port);
  } catch (error) {
    process.stderr.write(`colloquy ${config.server}: ${lineOf(error)}\n`);
    process.exit(error instanceof ListenError && error.code === 'in-use' ? EXIT_PORT_IN_USE : 1);
  }
}

/** Status of a process that found its port taken. */
export const EXIT_PORT_IN_USE = 2;

const STOP_WITHIN_MS = 8_000;

/** One line for a person: the message of what we foresaw, the stack of what we did not. */
export function lineOf(error: unknown): string {
  if (error instanceof ListenError || error instanceof StoreError || error instanceof RangeError)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
