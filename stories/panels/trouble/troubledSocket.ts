import type { ClientSocket } from '../../../src/client/index.ts';
import { decodeClientFrame } from '../../../src/protocol/index.ts';
import type { ProblemCode } from '../../../src/protocol/index.ts';

const CLOSE_DENIED = 4401;
const CLOSE_GONE = 4499;

/** A socket on a road where things go wrong: its frames come late or twice, its token may be refused. */
export function troubledSocket(inner: ClientSocket, road: SocketRoad): TroubledSocket {
  const tell = (text: string): void => {
    road.came(text);
    outer.onmessage?.({ data: text });
  };
  const deny = (code: ProblemCode): void => {
    tell(JSON.stringify({ type: 'denied', code, detail: 'Refused by a switch of this page.' }));
    inner.close(CLOSE_DENIED, 'denied');
  };
  const outer: ClientSocket = {
    send(text) {
      const frame = decodeClientFrame(JSON.parse(text));
      const token = frame.ok && 'token' in frame.value ? frame.value.token : undefined;
      const refusal = token === undefined ? undefined : road.refusalOf(token);
      if (refusal) queueMicrotask(() => deny(refusal));
      else inner.send(text);
    },
    close: (code, reason) => inner.close(code, reason),
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
  };
  inner.onopen = () => outer.onopen?.();
  inner.onclose = (end) => outer.onclose?.(end);
  inner.onmessage = ({ data }) => {
    if (typeof data !== 'string') return;
    for (let times = road.times(); times > 0; times--) road.later(() => tell(data));
  };
  const drop = (): void => {
    inner.onmessage = null;
    inner.onclose = null;
    inner.close(CLOSE_GONE, 'gone');
  };
  return { socket: outer, deny, drop };
}

/** See `troubledSocket`. */
export interface TroubledSocket {
  readonly socket: ClientSocket;
  /** The server ends the stream, and says why. */
  readonly deny: (code: ProblemCode) => void;
  /** The page behind it dies: the server sees it close, the page sees nothing. */
  readonly drop: () => void;
}

/** What the socket asks of its road. */
export interface SocketRoad {
  /** Why this token is not taken; undefined when it is. */
  readonly refusalOf: (token: string) => ProblemCode | undefined;
  /** How many times each frame comes. */
  readonly times: () => number;
  /** Runs the task when what is sent now has arrived; in order. */
  readonly later: (task: () => void) => void;
  readonly came: (text: string) => void;
}
