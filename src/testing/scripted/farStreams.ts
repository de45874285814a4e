import type { ClientSocket } from '../../client/index.ts';
import { decode } from '../../lib/index.ts';
import {
  decodeClientFrame,
  decodeCursor,
  HEARTBEAT_MS,
  POLL_WAIT_MS,
  PROTOCOL_VERSION,
  type LogEntry,
  type ServerFrame,
} from '../../protocol/index.ts';
import type { FarEnd, FarStream } from './farEnd.ts';

/** Where a reader stands, and what it has to be told first. */
interface Reader {
  readonly hello: ServerFrame;
  readonly positions: Map<string, number>;
}

/** A WebSocket into the far end. */
export function openFarSocket(far: FarEnd): ClientSocket {
  let stream: FarStream | undefined;
  let isClosed = false;
  const close = (code: number): void => {
    if (isClosed) return;
    isClosed = true;
    stream?.cut();
    queueMicrotask(() => socket.onclose?.({ code, reason: '' }));
  };
  const socket: ClientSocket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send(text) {
      const frame = decode.decodeJson(text, decodeClientFrame);
      if (!frame.ok || isClosed) return;
      const say = (one: ServerFrame): void =>
        queueMicrotask(() => socket.onmessage?.({ data: JSON.stringify(one) }));
      const deny = (): void => {
        say({ type: 'denied', code: 'token-expired', detail: 'scripted' });
        queueMicrotask(() => close(4001));
      };
      switch (frame.value.type) {
        case 'authenticate':
          if (far.isSessionGone) return say({ type: 'denied', code: 'session-gone', detail: 'scripted' });
          if (!far.isTokenGood(frame.value.token)) return deny();
          stream = openFarStream(far, frame.value.cursor, say, () => close(1006));
          return;
        case 'reauthenticate':
          if (!far.isTokenGood(frame.value.token)) return deny();
          return stream?.say({ type: 'reauthenticated', tokenExpiresInMs: far.tokenLivesMs });
        case 'probe':
          return stream?.say({ type: 'heartbeat', heads: far.logs.heads(), serverTime: isoNow(far) });
        case 'ack':
          return;
      }
    },
    close: () => close(1000),
  };
  queueMicrotask(() => {
    if (far.isDown || far.refusesSockets) close(1006);
    else if (!isClosed) socket.onopen?.();
  });
  return socket;
}

/** A server-sent event stream. */
export function openFarSse(far: FarEnd, request: Request): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      const end = (): void => {
        if (!isOver) controller.close();
        isOver = true;
      };
      const say = (frame: ServerFrame): void => {
        if (!isOver) controller.enqueue(encoder.encode(`data: ${JSON.stringify(frame)}\n\n`));
      };
      const stream = openFarStream(far, request.headers.get('last-event-id') ?? undefined, say, end);
      request.signal.addEventListener('abort', () => stream.cut());
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** One long poll. */
export async function answerFarPoll(far: FarEnd, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { hello, positions } = resume(far, searchParams.get('cursor') ?? undefined);
  const treat = far.line();
  const isFirst = searchParams.get('wait') === '0';
  if (!isFirst && far.logs.after(positions).length === 0) await news(far, request.signal);
  if (far.isDown) throw new TypeError('cut');
  const frames: ServerFrame[] = [
    hello,
    ...far.logs.after(positions).map((event): ServerFrame => ({ type: 'event', event })),
    { type: 'caught-up', heads: far.logs.heads() },
  ];
  const said: ServerFrame[] = [];
  for (const frame of frames) {
    const now = treat(frame);
    if (now === 'cut') throw new TypeError('cut');
    said.push(...now);
  }
  return new Response(JSON.stringify({ frames: said }), { headers: { 'content-type': 'application/json' } });
}

/** Hello, what was missed, caught-up, then what happens, with a beat between. */
function openFarStream(
  far: FarEnd,
  cursor: string | undefined,
  deliver: (frame: ServerFrame) => void,
  onCut: () => void,
): FarStream {
  const treat = far.line();
  const { hello, positions } = resume(far, cursor);
  let isOver = false;
  const stream: FarStream = {
    say(frame) {
      const now = isOver ? [] : treat(frame);
      if (now === 'cut') return stream.cut();
      for (const one of now) deliver(one);
    },
    cut() {
      if (isOver) return;
      isOver = true;
      far.streams.delete(stream);
      unlisten();
      far.clock.clear(timer);
      onCut();
    },
  };
  const pump = (): void => {
    for (const entry of far.logs.after(positions)) {
      if (isOver) return;
      advance(positions, entry);
      stream.say({ type: 'event', event: entry });
    }
  };
  const beat = (): void => {
    stream.say({ type: 'heartbeat', heads: far.logs.heads(), serverTime: isoNow(far) });
    if (!isOver) timer = far.clock.after(HEARTBEAT_MS, beat);
  };
  const unlisten = far.logs.onAppend(pump);
  let timer = far.clock.after(HEARTBEAT_MS, beat);
  far.streams.add(stream);
  stream.say(hello);
  pump();
  stream.say({ type: 'caught-up', heads: far.logs.heads() });
  return stream;
}

function resume(far: FarEnd, cursor: string | undefined): Reader {
  const heads = far.logs.heads();
  const known = cursor === undefined ? heads : decodeCursor(cursor);
  const fits = (log: string): boolean => known?.[log]?.epoch === heads[log]?.epoch;
  const isReplay = known !== undefined && Object.keys(heads).every(fits);
  const from = isReplay ? known : heads;
  return {
    hello: {
      type: 'hello',
      version: PROTOCOL_VERSION,
      sessionId: far.sessionId,
      resume: isReplay ? 'replay' : 'snapshot',
      heads,
      cursor: far.logs.cursor(),
      serverTime: isoNow(far),
      heartbeatMs: HEARTBEAT_MS,
      tokenExpiresInMs: far.tokenLivesMs,
    },
    positions: new Map(Object.entries(from).map(([log, head]) => [log, head.seq])),
  };
}

function news(far: FarEnd, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stream: FarStream = { say: () => end(), cut: () => end() };
    const timer = far.clock.after(POLL_WAIT_MS, () => end());
    const unlisten = far.logs.onAppend(() => end());
    const end = (): void => {
      far.clock.clear(timer);
      far.streams.delete(stream);
      unlisten();
      resolve();
    };
    far.streams.add(stream);
    signal.addEventListener('abort', end);
  });
}

function advance(positions: Map<string, number>, entry: LogEntry): void {
  positions.set(entry.log, entry.seq);
}

function isoNow(far: FarEnd): string {
  return new Date(far.clock.now()).toISOString();
}
