import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { systemClock, type Logger } from '../../lib/index.ts';
import type { ServerApp, SocketDuplex } from '../app.ts';
import { requestOf } from './requestOf.ts';
import { brokenDuplex, socketDuplex } from './socketDuplex.ts';
import { writeResponse } from './writeResponse.ts';

/**
 * Puts an app behind a port. Resolves when it is open; rejects with a `ListenError` whose message is one line for a
 * person. Starting and stopping the app stays the caller's.
 */
export async function listen(app: ServerApp, options: ListenOptions): Promise<Listening> {
  const server = createServer(LIMITS);
  server.maxHeadersCount = 100;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  server.on('request', (message, out) => void answer(app, message, out, options));
  server.on('upgrade', (message, socket, head) => void upgrade(app, sockets, message, socket, head, options));
  server.on('clientError', (_error, socket) => refuse(socket, 400));
  const port = await open(server, options);
  return {
    port,
    async close(drainMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = systemClock.after(drainMs, () => {
        for (const socket of sockets.clients) socket.terminate();
        server.closeAllConnections();
      });
      for (const socket of sockets.clients) socket.close(1012, 'restarting');
      await closed;
      systemClock.clear(cut);
    },
  };
}

/** Where to listen. */
export interface ListenOptions {
  /** Address to listen on; 127.0.0.1 keeps it to this machine, 0.0.0.0 or :: opens it. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly logger: Logger;
  /**
   * Header in which a proxy of ours tells the client's address, e.g. `x-forwarded-for`; its last entry counts, which is the
   * proxy's own. Default none: the peer's address. Set it only where every request comes through that proxy.
   */
  readonly addressHeader?: string;
}

/** An open port. */
export interface Listening {
  /** The port that was really taken. */
  readonly port: number;
  /** Takes nothing new, lets what runs come to its end, and cuts what is left after `drainMs`. Stop the app before. */
  close(drainMs: number): Promise<void>;
}

/** The port could not be opened; the message says which and why, in one line. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** `in-use`: another program has it. */
  readonly code: 'in-use' | 'refused';

  constructor(code: 'in-use' | 'refused', message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Headers within 10 s and 16 KiB, a whole request within 2 min (uploads): slow clients cannot hold the door. */
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 30_000,
  keepAlive: true,
  keepAliveInitialDelay: 30_000,
} as const;
/** Connections that may wait for us: after a restart the whole crowd comes at once. The system may allow fewer. */
const BACKLOG = 4096;
/** Far above the longest frame of the protocol. */
const MAX_FRAME_BYTES = 65_536;

function open(server: Server, { host, port }: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const where = `${host}:${port}`;
      reject(
        error.code === 'EADDRINUSE'
          ? new ListenError('in-use', `Port ${port} on ${host} is in use by another program.`, {
              cause: error,
            })
          : new ListenError('refused', `Cannot listen on ${where}: ${error.message}.`, { cause: error }),
      );
    });
    server.listen(port, host, BACKLOG, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function answer(
  app: ServerApp,
  message: IncomingMessage,
  out: ServerResponse,
  options: ListenOptions,
): Promise<void> {
  const gone = new AbortController();
  out.once('close', () => {
    if (!out.writableFinished) gone.abort();
  });
  try {
    const request = requestOf(message, gone.signal);
    const response = request
      ? await app.fetch(request, contextOf(message, options))
      : new Response(null, { status: 400 });
    if (out.destroyed) return void response.body?.cancel().catch(() => undefined);
    await writeResponse(response, out, hasUnread(message));
  } catch (error) {
    // Apps promise not to throw; a header that Node refuses ends up here.
    options.logger.error('an answer could not be sent', {
      error: error instanceof Error ? error.message : 'unknown',
    });
    if (out.headersSent) out.destroy();
    else out.writeHead(500).end();
  }
}

async function upgrade(
  app: ServerApp,
  sockets: WebSocketServer,
  message: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  options: ListenOptions,
): Promise<void> {
  let accepted = false;
  socket.on('error', () => socket.destroy());
  const acceptSocket = (): SocketDuplex => {
    accepted = true;
    let duplex = brokenDuplex;
    // Calls back at once, or never when the handshake is not one; then it has answered 400 itself.
    sockets.handleUpgrade(message, socket, head, (webSocket) => (duplex = socketDuplex(webSocket)));
    return duplex;
  };
  const request = requestOf(message, new AbortController().signal);
  if (!request || message.headers.upgrade?.toLowerCase() !== 'websocket') return refuse(socket, 400);
  const response = await app.fetch(request, { ...contextOf(message, options), acceptSocket });
  if (!accepted) refuse(socket, response.status < 400 ? 426 : response.status, await response.text());
}

function refuse(socket: Duplex, status: number, body = ''): void {
  if (!socket.writable) return void socket.destroy();
  const type = body === '' ? '' : 'content-type: application/problem+json\r\n';
  const length = `content-length: ${Buffer.byteLength(body)}\r\n`;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\n${type}${length}\r\n${body}`,
  );
}

function contextOf(
  message: IncomingMessage,
  { addressHeader }: ListenOptions,
): { readonly remoteAddress?: string } {
  const told = addressHeader === undefined ? undefined : message.headers[addressHeader.toLowerCase()];
  const last = String(told ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  const address = last || message.socket.remoteAddress;
  return address === undefined ? {} : { remoteAddress: address };
}

function hasUnread(message: IncomingMessage): boolean {
  return !message.complete;
}
