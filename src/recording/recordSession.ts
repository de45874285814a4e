import type { ChatClient } from '../client/index.ts';
import { systemClock } from '../lib/index.ts';
import type { Clock } from '../lib/index.ts';
import type { ChatEvent } from '../model/index.ts';
import { createRedactor } from './createRedactor.ts';
import type { Redactor } from './createRedactor.ts';
import { SESSION_LOG_FORMAT, SESSION_LOG_VERSION } from './sessionLog.ts';
import type { LoggedEvent, SessionLog } from './sessionLog.ts';

const MOST_EVENTS = 20_000;

/**
 * Writes down from now on all that a client tells its page, beginning with the state that it is in. Each event is redacted before
 * it is kept: what was said is in no memory of ours. Asks nothing of the network and changes nothing in the client.
 */
export function recordSession(client: RecordedClient, options: RecordOptions = {}): SessionRecording {
  const { clock = systemClock, redact = createRedactor(), mostEvents = MOST_EVENTS } = options;
  const startedAtMs = clock.now();
  const begunMs = clock.monotonic();
  const passedMs = (): number => Math.round(clock.monotonic() - begunMs);
  const events: LoggedEvent[] = [];
  let isCut = false;
  let endedMs: number | undefined;
  const keep = (event: ChatEvent): void => {
    const kept = events.length < mostEvents ? redact(event) : undefined;
    if (kept) events.push({ afterMs: passedMs(), event: kept });
    else isCut = true;
  };
  keep({ type: 'STATE_MIRRORED', state: client.getState() });
  const unsubscribe = client.subscribe(keep);
  return {
    log: () => ({
      format: SESSION_LOG_FORMAT,
      version: SESSION_LOG_VERSION,
      startedAtMs,
      lengthMs: endedMs ?? passedMs(),
      redaction: options.redact ? 'own' : 'default',
      isCut,
      events: [...events],
    }),
    stop() {
      endedMs ??= passedMs();
      unsubscribe();
    },
  };
}

/** All that is needed of a client. */
export type RecordedClient = Pick<ChatClient, 'subscribe' | 'getState'>;

/** Everything has a default. */
export interface RecordOptions {
  /** What is kept of an event; default `createRedactor()`. `(event) => event` keeps everything: for sessions with made-up people only. */
  readonly redact?: Redactor;
  /** Default the platform's. */
  readonly clock?: Clock;
  /** What comes after so many is not kept; default 20,000. */
  readonly mostEvents?: number;
}

/** A recording that is under way. */
export interface SessionRecording {
  /** All that has been kept so far. */
  log(): SessionLog;
  /** Hears no more. The log can still be had. */
  stop(): void;
}
