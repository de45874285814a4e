import { createLogger, systemClock, type Logger, type LogLevel } from '../../lib/index.ts';

/** Structured log lines on stderr, one JSON object each: `time`, `level`, `server`, `text` and the facts. */
export function createLineLogger(level: LogLevel, server: string): Logger {
  return createLogger(level, (own, text, fields) => {
    const time = new Date(systemClock.now()).toISOString();
    process.stderr.write(`${JSON.stringify({ time, level: own, server, text, ...fields })}\n`);
  });
}
