import { createLogger } from '../../lib/index.ts';
import type { Logger, LogLevel } from '../../lib/index.ts';

/** Writes to the console, the only place that such a page has. @param level asked anew for each line. */
export function createPageLogger(level: () => LogLevel): Logger {
  return createLogger('DEBUG', (own, text, fields) => {
    if (RANK.indexOf(own) >= RANK.indexOf(level()))
      console[CONSOLE[own]](`[omni-sdk-messaging-ui] ${text}`, fields);
  });
}

const RANK: readonly LogLevel[] = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF'];
const CONSOLE = { DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
