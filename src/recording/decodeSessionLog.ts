import { decode } from '../lib/index.ts';
import type { Decoder } from '../lib/index.ts';
import { initialChatState, reduceChat } from '../model/index.ts';
import { decodeChatEvent } from './decodeChatEvent.ts';
import { SESSION_LOG_FORMAT, SESSION_LOG_VERSION } from './sessionLog.ts';
import type { LoggedEvent, SessionLog } from './sessionLog.ts';
import { SessionLogError } from './sessionLogError.ts';

const { boolean, list, number, object, oneOf } = decode;

/** Reads the text of a log's file. Throws `SessionLogError`, whose message says what is wrong and what to do. */
export function decodeSessionLog(text: string): SessionLog {
  const log = parsed(text);
  if (!decode.isRecord(log) || log['format'] !== SESSION_LOG_FORMAT)
    throw new SessionLogError('not-a-log', NOT_A_LOG);
  const { version } = log;
  if (typeof version === 'number' && version > SESSION_LOG_VERSION) throw tooNew(version);
  const decoded = decodeLog(log);
  if (!decoded.ok) throw damaged(decoded.faults.map(({ path, message }) => `${path} ${message}`));
  checkOrder(decoded.value.events);
  decoded.value.events.reduce((state, { event }) => reduceChat(state, event), initialChatState);
  return decoded.value;
}

const NOT_A_LOG =
  'This is JSON, but not the log of a session. Take the file that JSON.stringify(recording.log()) gave.';
/** More faults than these tell nothing new. */
const MOST_FAULTS = 3;
const MOST_EVENTS = 1_000_000;

const decodeLoggedEvent: Decoder<LoggedEvent> = object({
  afterMs: number({ min: 0 }),
  event: decodeChatEvent,
});
const decodeLog: Decoder<SessionLog> = object({
  format: oneOf(SESSION_LOG_FORMAT),
  version: oneOfNumber(SESSION_LOG_VERSION),
  startedAtMs: number(),
  lengthMs: number({ min: 0 }),
  redaction: oneOf('default', 'own'),
  isCut: boolean,
  events: list(decodeLoggedEvent, { min: 1, max: MOST_EVENTS }),
});

function oneOfNumber<const N extends number>(wanted: N): Decoder<N> {
  return (input, path = '') =>
    input === wanted ? decode.good(wanted) : decode.fault(path, `must be ${wanted}`, 'unknown');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SessionLogError(
      'not-json',
      'This file is not JSON: it is another file, or was cut on its way. Ask for it again.',
    );
  }
}

function checkOrder(events: readonly LoggedEvent[]): void {
  const late = events.findIndex(({ afterMs }, at) => afterMs < (events[at - 1]?.afterMs ?? 0));
  if (late >= 0) throw damaged([`events[${late}].afterMs must not be less than the one before`]);
  if (events[0]?.event.type !== 'STATE_MIRRORED') throw damaged(['events[0] must be STATE_MIRRORED']);
}

function tooNew(version: number): SessionLogError {
  return new SessionLogError(
    'too-new',
    `This log is of version ${version}; what reads it here knows versions up to ${SESSION_LOG_VERSION}. Bring colloquy up to date.`,
  );
}

function damaged(faults: readonly string[]): SessionLogError {
  const more = faults.length > MOST_FAULTS ? ` and ${faults.length - MOST_FAULTS} more` : '';
  return new SessionLogError(
    'damaged',
    `This log was changed or damaged: ${faults.slice(0, MOST_FAULTS).join('; ')}${more}. Ask for it again.`,
  );
}
