/**
 * A server of ours: a function from `Request` to `Response` that runs in Node, in a test and in a browser tab.
 * Made by `createSandboxApp`, `createConnectorApp`, `createTokenApp`, `createPushApp`.
 */
export interface ServerApp {
  /** Answers one request. Never rejects: what goes wrong becomes a problem body (RFC 9457). */
  fetch(request: Request, context?: RequestContext): Promise<Response>;
  /** Begins the background work (jobs, provisioning). Resolves when the app is ready to be asked. */
  start(): Promise<void>;
  /** Drains: refuses new streams, tells open ones to come back, ends the background work. The store stays the caller's. */
  stop(): Promise<void>;
}

/** What a listener knows beyond the request. */
export interface RequestContext {
  /** Present where the request asks for a WebSocket: takes it over. Call it at most once, then answer anything. */
  readonly acceptSocket?: () => SocketDuplex;
  /** Address of the peer, for rate limits of failed authentication. */
  readonly remoteAddress?: string;
}

/** One WebSocket as the apps see it, whoever holds the real one. */
export interface SocketDuplex {
  send(text: string): void;
  /** Close codes of RFC 6455: 1000, 1001, 1008, 1009, 1011, 1012 or 4000 to 4999. */
  close(code: number, reason: string): void;
  /** Bytes accepted but not yet handed to the network: how slow the reader is. */
  readonly bufferedBytes: number;
  /** At most one handler each; frames before the first `onText` wait. Binary frames are refused by the holder (1003). */
  onText(handler: (text: string) => void): void;
  onClose(handler: (code: number) => void): void;
}

/** How an app calls other servers: the platform's `fetch`, or another app in the same tab. */
export type Fetch = (request: Request) => Promise<Response>;
