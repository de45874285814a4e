import {
  AUTHENTICATE_WITHIN_MS,
  decodeClientFrame,
  MAX_FRAME_BYTES,
  type ClientFrame,
  type ServerFrame,
} from '../../../protocol/index.ts';
import { decodeJson } from '../../../lib/decode.ts';
import type { SocketDuplex } from '../../app.ts';
import { createRateLimiter } from '../../http/index.ts';
import type { Customer } from '../auth/customer.ts';
import type { Connector } from '../connector.ts';
import { Refused } from '../refused.ts';
import { orderStream } from './orderStream.ts';
import type { StreamEnd } from './frameSink.ts';
import { openStream, type Stream } from './stream.ts';

/** Why the server closes a WebSocket, beside the codes of RFC 6455. `resume`: come back from the cursor. */
export const SOCKET_CLOSE = {
  resume: 4000,
  denied: 4001,
  gone: 1000,
  tooLarge: 1009,
  flooded: 1008,
} as const;

/** A stream over a WebSocket: the first frame authenticates within 5 s, later ones renew, probe and acknowledge. */
export function serveSocket(connector: Connector, socket: SocketDuplex, at: SocketPlace): void {
  const talk: Talk = { connector, socket, at, state: 'silent', waiting: Promise.resolve() };
  const flood = createRateLimiter(connector.clock, { burst: 120, perSecond: 10, maxKeys: 1 });
  const timer = connector.clock.after(AUTHENTICATE_WITHIN_MS, () =>
    refuse(talk, new Refused('unauthenticated', 'No token came within 5 seconds.')),
  );
  socket.onClose(() => {
    talk.state = 'closed';
    connector.clock.clear(timer);
    talk.stream?.close();
  });
  socket.onText((text) => {
    if (talk.state === 'closed') return;
    if (text.length > MAX_FRAME_BYTES) return shut(talk, SOCKET_CLOSE.tooLarge, 'frame too large');
    if (!flood.take('').allowed) return shut(talk, SOCKET_CLOSE.flooded, 'too many frames');
    const frame = decodeJson(text, decodeClientFrame);
    if (!frame.ok) {
      connector.logger.warn('a bad frame was dropped', { field: frame.faults[0]?.path ?? '' });
      return;
    }
    // It came in time, however long it takes to look at it.
    if (frame.value.type === 'authenticate') connector.clock.clear(timer);
    // One frame after the other: a renewal must not overtake the authentication before it.
    talk.waiting = talk.waiting
      .then(() => take(talk, frame.value))
      .catch((error: unknown) => refuse(talk, error));
  });
}

/**
 * Which session the socket was opened for, and the caller's address where the server knows it. Not authenticated
 * yet.
 */
export interface SocketPlace {
  readonly sessionId: string;
  readonly address: string | undefined;
}

interface Talk {
  readonly connector: Connector;
  readonly socket: SocketDuplex;
  readonly at: SocketPlace;
  state: 'silent' | 'open' | 'closed';
  waiting: Promise<void>;
  stream?: Stream;
  customerKey?: string;
}

async function take(talk: Talk, frame: ClientFrame): Promise<void> {
  const { authenticator } = talk.connector;
  if (talk.state === 'closed') return;
  switch (frame.type) {
    case 'authenticate': {
      if (talk.stream) return;
      const customer = await authenticator.ofFrame(frame.token, frame.appkey, talk.at.address);
      // In a crowd the check takes its time; whoever has gone meanwhile costs no further work.
      return hasGone(talk) ? undefined : open(talk, customer, frame.cursor);
    }
    case 'reauthenticate': {
      if (!talk.stream) return;
      const customer = await authenticator.ofToken(frame.token, talk.at.address);
      if (customer.customerKey !== talk.customerKey) {
        throw new Refused('forbidden', 'The new token is of another customer.');
      }
      talk.stream.renew(customer.tokenExpiresAtMs);
      return;
    }
    case 'probe':
      talk.stream?.beat();
      return;
    case 'ack':
      return; // the log is kept anyway; what was taken in needs no memory here
  }
}

function hasGone({ state }: Talk): boolean {
  return state === 'closed';
}

async function open(talk: Talk, customer: Customer, cursor: string | undefined): Promise<void> {
  const { connector, socket } = talk;
  const order = await orderStream(connector, customer, talk.at.sessionId, cursor);
  if (talk.state === 'closed') return;
  let entries = 0;
  talk.state = 'open';
  talk.customerKey = customer.customerKey;
  talk.stream = openStream(connector, order, {
    send(frame) {
      if (talk.state === 'closed') return;
      // The platform tells bytes, not frames: what was sent since it was last empty is the most that can be unsent.
      entries = socket.bufferedBytes === 0 ? 1 : entries + 1;
      socket.send(JSON.stringify(frame));
    },
    unsent: () => ({ bytes: socket.bufferedBytes, entries: socket.bufferedBytes === 0 ? 0 : entries }),
    close: (why) => shut(talk, SOCKET_CLOSE[why], why satisfies StreamEnd),
  });
}

function refuse(talk: Talk, error: unknown): void {
  if (talk.state === 'closed') return;
  const known = error instanceof Refused;
  if (!known) {
    const text = error instanceof Error ? error.message : 'unknown';
    talk.connector.logger.error('a socket failed by a fault of ours', { error: text });
  }
  const frame: ServerFrame = known
    ? { type: 'denied', code: error.code, detail: error.message }
    : { type: 'denied', code: 'internal', detail: 'The server failed. It was logged.' };
  talk.socket.send(JSON.stringify(frame));
  const { stream } = talk;
  shut(talk, SOCKET_CLOSE.denied, frame.code);
  stream?.close();
}

function shut(talk: Talk, code: number, reason: string): void {
  if (talk.state === 'closed') return;
  talk.state = 'closed';
  talk.socket.close(code, reason);
}
