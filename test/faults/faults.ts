import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fault, Touch } from './proxy/fault.ts';
import { encodeUnit, textOf, withText, type Unit } from './proxy/units.ts';

/** One of the thirty, and what it stands for where it cannot happen as it is. */
export interface FaultPlan {
  readonly name: string;
  /** How long it lasts, milliseconds of the compressed clock, from the first unit that it touches. */
  readonly lastsMs: number;
  readonly fault: Fault;
  /** Streams that stand are cut when it begins, so that it meets their next handshake. */
  readonly cutsFirst?: boolean;
  /** Beyond G2's 10 s, since the fault is not over for the client before: why, and how long. */
  readonly extraMs?: number;
  /** The client may step down from the transport of the cell. */
  readonly ladder?: boolean;
  /** How it is done: on WebSocket; on SSE; on long poll, requests and their answers. */
  readonly means: readonly [webSocket: string, sse: string, http: string];
}

const SECOND_MS = 1000;
/** A dead link is noticed within so long (guarantees, G11). */
const SILENCE_MS = 35 * SECOND_MS;
/**
 * What a refusal itself asks for, begun anew by the last one: the 3 s of Retry-After and a fifth more (rule 9); a fresh token
 * that is refused as well is followed by a pause of 30 s and a fifth, so that no provider is stormed (G8).
 */
const WAITS_MS: Readonly<Record<string, number>> = {
  '429-retry-after': 3.6 * SECOND_MS,
  '401': 36 * SECOND_MS,
};

/** The column "30 faults" of row R4, in its order. */
export const FAULTS: readonly FaultPlan[] = [
  plan('drop', 6, drop, [
    'every other frame is swallowed',
    'every other event is swallowed',
    'the request is swallowed, or its answer; the connection closes',
  ]),
  plan('delay', 15, delay, ['each frame waits 50 ms to 10 s', 'each event', 'each request and answer']),
  plan('jitter', 6, jitter, ['frames in 4 pieces, 0 to 400 ms between', 'events', 'requests and answers']),
  plan('1-kbps', 15, slowly(64, 62.5), ['64 bytes each 62.5 ms', 'the same', 'the same']),
  plan('double-frame', 6, double, [
    'each frame twice',
    'each event twice',
    'the frames of a poll twice; a request reaches the server twice',
  ]),
  plan('swap-frames', 6, swap, [
    'neighbours swapped',
    'neighbours swapped',
    'the frames of a poll turned round; requests as they are, one is in flight at a time: held 1 s',
  ]),
  plan('slice', 6, slice, ['one byte per write', 'the same', 'the same']),
  plan('cut-mid-frame', 6, cutHalf, [
    'half a frame, then FIN',
    'half an event, then FIN',
    'half a request or answer, then FIN',
  ]),
  plan('cut-mid-utf8', 6, cutCharacter, [
    'two fragments split inside a character, or half of it, then FIN',
    'split inside a character by 50 ms, or FIN there',
    'the same',
  ]),
  plan('rst', 6, reset, [
    'RST in place of a frame',
    'RST in place of an event',
    'RST before the server has it, or in place of the answer',
  ]),
  plan('fin', 6, fin, [
    'FIN without a close frame',
    'FIN, with and without the last chunk',
    'FIN before, or in place of the answer',
  ]),
  plan(
    'half-open',
    6,
    halfOpen,
    ['the server end gone, the client end open and silent', 'the same', 'the same'],
    { extraMs: SILENCE_MS },
  ),
  plan('black-hole', 45, hold, ['all bytes both ways held for 45 s', 'the same', 'the same']),
  plan('slow-loris', 15, slowly(1, 1000), ['one byte a second both ways', 'the same', 'the same']),
  plan('truncated-event', 6, truncate, [
    'a whole frame with half its text',
    'half an event, then its empty line',
    'a whole answer with half its JSON',
  ]),
  plan('lost-id', 6, loseId, [
    'the entry without its id',
    'no `id:` line and no id in the entry',
    'entries without id; a send without Idempotency-Key, its answer without clientMessageId',
  ]),
  plan('bom-nul', 6, stray, [
    'a BOM or NUL before the JSON',
    'a BOM or NUL before `data:`',
    'a BOM or NUL before the JSON of the answer',
  ]),
  plan('malformed-json', 6, malform, ['a quote too few', 'a quote too few', 'a quote too few in the answer']),
  plan('1-mb-frame', 6, inflate, [
    'a frame of 1 MiB before each of the first 6, either way',
    'an event over 1 MiB',
    '1 MiB of blanks before the JSON of the answer',
  ]),
  status('401', '401 Unauthorized', {}, problem('token-expired', 401)),
  status('403', '403 Forbidden', HTML_TYPE()),
  status('404', '404 Not Found', HTML_TYPE()),
  status('409', '409 Conflict', HTML_TYPE()),
  status('429-retry-after', '429 Too Many Requests', { 'retry-after': '3' }, problem('rate-limited', 429)),
  status('429', '429 Too Many Requests', {}),
  status('500', '500 Internal Server Error', {}),
  status('503', '503 Service Unavailable', {}, problem('draining', 503)),
  status('redirect', '302 Found', { location: '/portal/sign-in' }),
  status(
    'captive-portal',
    '200 OK',
    HTML_TYPE(),
    '<!doctype html><title>Wi-Fi</title><form>Accept our terms</form>',
  ),
  plan(
    'buffering-proxy',
    30,
    buffer,
    [
      'frames held back; the client may step down',
      'events held back; the client may step down',
      'answers as they are: a buffer gives a whole one on',
    ],
    { ladder: true },
  ),
];

function plan(
  name: string,
  seconds: number,
  fault: Fault,
  means: FaultPlan['means'],
  more: Partial<FaultPlan> = {},
): FaultPlan {
  return { name, lastsMs: seconds * SECOND_MS, fault, means, ...more };
}

function HTML_TYPE(): Record<string, string> {
  return { 'content-type': 'text/html' };
}

function problem(code: string, number: number): string {
  return JSON.stringify({ type: 'about:blank', title: code, status: number, code, detail: code });
}

/** The answer in the server's place. */
function status(
  name: string,
  line: string,
  headers: Readonly<Record<string, string>>,
  body = '<!doctype html><title>Not here</title>',
): FaultPlan {
  const type = headers['content-type'] ?? (body.startsWith('{') ? 'application/problem+json' : 'text/html');
  const answer: Fault = ({ unit, direction, reply, pass }) => {
    if (direction === 'down' || unit.kind !== 'request') return pass();
    return reply(line, { ...headers, 'content-type': type }, body);
  };
  const http = `${line} in place of the answer`;
  return {
    ...plan(name, 6, answer, [`${http} to the upgrade, after a cut`, `${http}, after a cut`, http]),
    cutsFirst: true,
    extraMs: WAITS_MS[name] ?? 0,
  };
}

function drop({ unit, count, pass, close, direction }: Touch): void {
  const isWhole = unit.kind === 'request' || unit.kind === 'answer' || unit.kind === 'opening';
  if (!isWhole) return count % 2 === 0 ? undefined : pass();
  // The first attempt loses its request, the next one its answer, then one gets through.
  const isLost = direction === 'up' ? count % 3 === 0 : count % 3 !== 0;
  return isLost ? close('fin') : pass();
}

async function delay({ random, wait, pass }: Touch): Promise<void> {
  await wait(50 * 200 ** random.next());
  pass();
}

async function jitter({ unit, random, wait, write }: Touch): Promise<void> {
  const bytes = encodeUnit(unit);
  const size = Math.ceil(bytes.length / 4);
  for (let at = 0; at < bytes.length; at += size) {
    await wait(random.next() * 400);
    write(bytes.subarray(at, at + size));
  }
}

function slowly(bytesAtOnce: number, pauseMs: number): Fault {
  return async ({ unit, wait, write, onLift }) => {
    const bytes = encodeUnit(unit);
    let isLifted = false;
    onLift(() => (isLifted = true));
    for (let at = 0; at < bytes.length; at += bytesAtOnce) {
      if (isLifted) return write(bytes.subarray(at));
      write(bytes.subarray(at, at + bytesAtOnce));
      await wait(pauseMs);
    }
  };
}

function double({ unit, target, pass, double: twice }: Touch): void {
  if (unit.kind === 'frame' || unit.kind === 'event') {
    pass();
    return pass();
  }
  if (unit.kind === 'request' && target !== 'stream') {
    twice();
    pass();
    return pass();
  }
  return pass(
    unit.kind === 'answer' && target === 'stream'
      ? changeFrames(unit, (frames) => [...frames, ...frames])
      : unit,
  );
}

async function swap({ unit, target, memory, pass, wait, onLift }: Touch): Promise<void> {
  if (unit.kind === 'answer' && target === 'stream')
    return pass(changeFrames(unit, (frames) => [...frames].reverse()));
  if (unit.kind === 'request' && target !== 'stream') await wait(1000);
  if (unit.kind !== 'frame' && unit.kind !== 'event') return pass();
  const held = memory.get('held');
  if (held) {
    memory.delete('held');
    pass();
    return pass(held);
  }
  memory.set('held', unit);
  onLift(() => {
    if (memory.get('held') !== unit) return;
    memory.delete('held');
    pass();
  });
}

async function slice({ unit, write, onLift }: Touch): Promise<void> {
  const bytes = encodeUnit(unit);
  let isLifted = false;
  onLift(() => (isLifted = true));
  for (let at = 0; at < bytes.length; at++) {
    if (isLifted) return write(bytes.subarray(at));
    write(bytes.subarray(at, at + 1));
    await nextTurn();
  }
}

function cutHalf({ unit, write, close }: Touch): void {
  const bytes = encodeUnit(unit);
  write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
  close('fin');
}

async function cutCharacter({ unit, count, write, wait, close, pass }: Touch): Promise<void> {
  if (unit.kind === 'frame' && unit.frame.opcode === 1 && count % 2 === 0) {
    const { payload } = unit.frame;
    const at = insideCharacter(payload);
    pass({ ...unit, frame: { fin: false, opcode: 1, payload: payload.subarray(0, at) } });
    await wait(50);
    return pass({ ...unit, frame: { fin: true, opcode: 0, payload: payload.subarray(at) } });
  }
  const bytes = encodeUnit(unit);
  const at = insideCharacter(bytes);
  write(bytes.subarray(0, at));
  await wait(50);
  return count % 2 === 0 ? write(bytes.subarray(at)) : close('fin');
}

function reset({ direction, unit, count, pass, close }: Touch): void {
  const isLost = direction === 'down' || unit.kind === 'frame' || count % 2 === 0;
  return isLost ? close('reset') : pass();
}

function fin({ direction, unit, count, pass, write, close }: Touch): void {
  if (direction === 'up' && unit.kind !== 'frame' && count % 2 === 1) return pass();
  if (unit.kind === 'event' && count % 2 === 0) write(Buffer.from('0\r\n\r\n'));
  return close('fin');
}

function halfOpen({ direction, unit, count, pass, freeze }: Touch): void {
  return direction === 'up' && unit.kind === 'request' && count % 2 === 0 ? pass() : freeze();
}

async function hold({ wait, pass }: Touch): Promise<void> {
  await wait(Infinity);
  pass();
}

function truncate({ unit, direction, pass }: Touch): void {
  const text = textOf(unit);
  if (text === undefined || direction === 'up') return pass();
  const half = text.slice(0, Math.ceil(text.length / 2));
  return pass(withText(unit, unit.kind === 'event' ? `${half.trimEnd()}\n\n` : half));
}

function loseId({ unit, pass }: Touch): void {
  const text = textOf(unit);
  if (unit.kind === 'request') {
    const headers = unit.head.headers.filter(([name]) => name !== 'idempotency-key');
    return pass({ ...unit, head: { ...unit.head, headers } });
  }
  if (text === undefined) return pass();
  const bare = text.replace(/^id: .*\n/m, '').replace(/"(id|clientMessageId)":"[^"]*",?/, '');
  return pass(withText(unit, bare));
}

function stray({ unit, count, direction, pass }: Touch): void {
  const text = textOf(unit);
  if (text === undefined || direction === 'up') return pass();
  return pass(withText(unit, `${count % 2 === 0 ? '\uFEFF' : '\0'}${text}`));
}

function malform({ unit, direction, pass }: Touch): void {
  const text = textOf(unit);
  if (text === undefined || direction === 'up') return pass();
  return pass(withText(unit, text.replace('"', '')));
}

function inflate({ unit, count, pass }: Touch): void {
  const padding = ' '.repeat(1_048_576);
  const isFirst = count < 6;
  if (isFirst && unit.kind === 'answer') return pass(withText(unit, padding + textOf(unit)));
  if (isFirst && (unit.kind === 'event' || (unit.kind === 'frame' && unit.frame.opcode === 1))) {
    const json = JSON.stringify({ type: 'padding', padding });
    pass(withText(unit, unit.kind === 'event' ? `data: ${json}\n\n` : json));
  }
  pass();
}

async function buffer({ unit, direction, wait, pass }: Touch): Promise<void> {
  if (direction === 'down' && (unit.kind === 'frame' || unit.kind === 'event')) await wait(Infinity);
  pass();
}

/** The answer of a poll with other frames in it; anything else as it is. */
function changeFrames(unit: Unit, change: (frames: readonly unknown[]) => readonly unknown[]): Unit {
  const text = textOf(unit) ?? '';
  if (!text.startsWith('{"frames":[')) return unit;
  const answer: { frames: readonly unknown[] } = JSON.parse(text);
  return withText(unit, JSON.stringify({ frames: change(answer.frames) }));
}

/** A place inside the first character of several bytes; the middle where there is none. */
function insideCharacter(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte >= 0xc0);
  return first < 0 ? Math.ceil(bytes.length / 2) : first + 1;
}

/** Row R15: each end takes the other for one of the next version. No fault; it lasts as long as others do. */
export const NEXT_VERSION: FaultPlan = plan('next-version', 6, speakNext, [
  'a hello of version 2, more in each frame, entries, signals and frames of unknown types',
  'the same',
  'the same; more in each request and answer',
]);

function speakNext({ unit, count, direction, target, pass }: Touch): void {
  const text = textOf(unit);
  const isEvent = unit.kind === 'event';
  const json = parsed(isEvent ? (text ?? '').replace(/^[^]*?^data: /m, '') : (text ?? ''));
  if (text === undefined || json === undefined) return pass();
  const wrap = (value: unknown): Unit =>
    withText(
      unit,
      isEvent ? text.replace(/^data: .*$/m, () => `data: ${JSON.stringify(value)}`) : JSON.stringify(value),
    );
  const isStream = target === 'stream' && unit.kind !== 'request';
  if (isStream && unit.kind !== 'answer' && count % 2 === 0) {
    const strange =
      direction === 'down'
        ? STRANGE_FRAMES[(count / 2) % STRANGE_FRAMES.length]
        : { type: 'subscribe', topics: [] };
    pass(withText(unit, isEvent ? `data: ${JSON.stringify(strange)}\n\n` : JSON.stringify(strange)));
  }
  if (isStream && Array.isArray(json['frames']))
    return pass(wrap({ ...json, next: 1, frames: [...STRANGE_FRAMES, ...json['frames'].map(grown)] }));
  pass(wrap(grown(json)));
}

const STRANGE_FRAMES = [
  { type: 'hold-music', url: 'https://example.test/a.mp3' },
  { type: 'event', event: { type: 'AGENT_LOOKS_AT', page: 3 } },
];

/** The same with more in it at two levels; an entry that the page does not need is of a type that nobody knows. */
function grown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const frame: Record<string, unknown> = { ...value, addedByTheNext: { a: [1] } };
  if (frame['type'] === 'hello') frame['version'] = 2;
  const event = frame['event'];
  if (typeof event === 'object' && event !== null) {
    const isSpare = 'type' in event && event.type === 'PARTICIPANT_ADDED';
    frame['event'] = { ...event, trace: 'x', ...(isSpare && { type: 'PARTICIPANT_ARRIVED_2' }) };
  }
  return frame;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
