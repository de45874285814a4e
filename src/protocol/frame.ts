import {
  byType,
  list,
  map,
  number,
  object,
  oneOf,
  oneOfOr,
  optional,
  string,
  union,
  type Decoder,
} from '../lib/decode.ts';
import * as ids from './decodeIds.ts';
import { decodeHead, type Heads } from './engagement.ts';
import { decodeEvent, type StreamEvent } from './event.ts';
import { isoTime } from './message.ts';
import { PROBLEM_CODES, type ProblemCode } from './problem.ts';

/**
 * What the server says on a stream: one JSON text per WebSocket message, per SSE `data:`, or per entry of a poll's list.
 * SSE repeats an entry's cursor as `id:`.
 */
export type ServerFrame =
  /**
   * First of every stream, at once. `replay`: what follows goes on from the cursor. `snapshot`: the cursor's epoch or
   * age cannot be served; read the session and the histories anew, what follows goes on from `heads`.
   */
  | {
      readonly type: 'hello';
      readonly version: number;
      readonly sessionId: ids.SessionId;
      readonly resume: 'replay' | 'snapshot';
      readonly heads: Heads;
      readonly cursor: ids.Cursor;
      readonly serverTime: string;
      /** The beat of this stream, milliseconds. */
      readonly heartbeatMs: number;
      readonly tokenExpiresInMs: number;
    }
  | { readonly type: 'event'; readonly event: StreamEvent }
  /** All entries up to these heads have been sent. */
  | { readonly type: 'caught-up'; readonly heads: Heads }
  | { readonly type: 'heartbeat'; readonly heads: Heads; readonly serverTime: string }
  /** The stream ends, and why. After `token-expired` a new token may go on from the cursor. */
  | { readonly type: 'denied'; readonly code: ProblemCode; readonly detail: string }
  /** The server is about to stop: come back after `delayMs`, from the cursor. */
  | { readonly type: 'reconnect'; readonly delayMs: number }
  | { readonly type: 'reauthenticated'; readonly tokenExpiresInMs: number };

/** What the page says on a WebSocket. On SSE and long poll the same travels in headers and requests. */
export type ClientFrame =
  /** First frame, within 5 s. `cursor` absent: from the heads of this moment. */
  | {
      readonly type: 'authenticate';
      readonly token: string;
      readonly appkey: string;
      readonly cursor?: ids.Cursor;
    }
  /** A fresh token on the living stream. */
  | { readonly type: 'reauthenticate'; readonly token: string }
  /** Answered by a heartbeat at once. */
  | { readonly type: 'probe' }
  /** Everything up to this cursor has been taken in. */
  | { readonly type: 'ack'; readonly cursor: ids.Cursor };

/** The answer to a long poll. */
export interface PollAnswer {
  readonly frames: readonly ServerFrame[];
}

/** As many as there are: each within the bounds of an id. */
const decodeHeads: Decoder<Heads> = map(decodeHead, { maxEntries: Infinity });
const token = string({ min: 1, max: 16_384 });

export const decodeServerFrame: Decoder<ServerFrame> = union(
  'type',
  byType<ServerFrame>({
    hello: {
      version: number({ min: 1, whole: true }),
      sessionId: ids.sessionId,
      resume: oneOf('replay', 'snapshot'),
      heads: decodeHeads,
      cursor: ids.cursor,
      serverTime: isoTime,
      heartbeatMs: number({ min: 1 }),
      tokenExpiresInMs: number(),
    },
    event: { event: decodeEvent },
    'caught-up': { heads: decodeHeads },
    heartbeat: { heads: decodeHeads, serverTime: isoTime },
    denied: { code: oneOfOr(PROBLEM_CODES, 'internal'), detail: string({ max: 4096 }) },
    reconnect: { delayMs: number({ min: 0, max: 600_000 }) },
    reauthenticated: { tokenExpiresInMs: number() },
  }),
);

export const decodeClientFrame: Decoder<ClientFrame> = union(
  'type',
  byType<ClientFrame>({
    authenticate: { token, appkey: string({ max: 256 }), cursor: optional(ids.cursor) },
    reauthenticate: { token },
    probe: {},
    ack: { cursor: ids.cursor },
  }),
);

export const decodePollAnswer: Decoder<PollAnswer> = object({ frames: list(decodeServerFrame) });
