import type { ClientFrame, Cursor, SessionId } from '../../protocol/index.ts';
import type { BaseUrl } from '../baseUrl.ts';
import type { ProvidedToken } from '../chatClient.ts';
import type { ChatClientError } from '../errors.ts';

/** One stream from the connector, over one of the three roads: bytes in, frames out, nothing interpreted. */
export interface Transport {
  /** Says a frame to the connector; false where this road cannot carry it. */
  send(frame: ClientFrame): boolean;
  /** Lets go at once. Nothing is heard of it any more, not even its end. */
  close(): void;
}

/** What a transport needs to know. The cursor and the token are asked for anew with every request. */
export interface TransportTarget {
  readonly baseUrl: BaseUrl;
  readonly sessionId: SessionId;
  readonly cursor: () => Cursor | undefined;
  readonly token: () => ProvidedToken;
}

/** Who hears a transport. */
export interface TransportListener {
  /** One frame as parsed JSON; what could not be parsed comes as undefined. */
  onFrame(frame: unknown): void;
  /** Bytes came that make no frame: the line lives. */
  onAlive(): void;
  /** Once, and last. */
  onEnd(end: TransportEnd): void;
}

/** How a stream ended. */
export type TransportEnd =
  /** The far end, or the road, closed it. */
  | { readonly type: 'closed' }
  /** No connection could be made. */
  | { readonly type: 'unreachable' }
  /** An answer that is no stream. */
  | { readonly type: 'refused'; readonly error: ChatClientError };

/** Opens a stream. Answers at once; all that happens comes through the listener, later. */
export type OpenTransport = (target: TransportTarget, listener: TransportListener) => Transport;

/** JSON, or undefined where the text is none. */
export function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
