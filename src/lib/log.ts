/** From most to least verbose; the words of the Chat SDK. */
export type LogLevel = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'OFF';

/** Facts that go with a line. Never a token, a message body or a key. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes lines, each a text with facts. Never throws, never waits. */
export interface Logger {
  debug(text: string, fields?: LogFields): void;
  info(text: string, fields?: LogFields): void;
  warn(text: string, fields?: LogFields): void;
  error(text: string, fields?: LogFields): void;
}

/** Where lines end up, e.g. the console or a file. */
export type LogSink = (level: Exclude<LogLevel, 'OFF'>, text: string, fields: LogFields) => void;

const RANK: Record<LogLevel, number> = { DEBUG: 0, INFO: 1, WARN: 2, ERROR: 3, OFF: 4 };

/** Passes lines of at least `level` to `sink`. */
export function createLogger(level: LogLevel, sink: LogSink): Logger {
  const at =
    (own: Exclude<LogLevel, 'OFF'>) =>
    (text: string, fields: LogFields = {}): void => {
      if (RANK[own] >= RANK[level]) sink(own, text, fields);
    };
  return { debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
}

/** Says nothing. */
export const silentLogger: Logger = /* @__PURE__ */ createLogger('OFF', () => undefined);
