import type { ClientSocket, ClientWorld } from '../client/index.ts';
import { decodeServerFrame } from '../protocol/index.ts';
import type { ServerFrame } from '../protocol/index.ts';

/** What is heard on the roads to the connector. */
export interface RoadListener {
  readonly onOpen: (transport: 'websocket' | 'sse' | 'long-poll') => void;
  /** The socket has closed. */
  readonly onClose: () => void;
  readonly onFrame: (frame: ServerFrame) => void;
}

/** Opens sockets as before, and listens to what comes in on them. Nothing that goes out is looked at: it holds the token. */
export function watchedSockets(
  open: ClientWorld['openSocket'],
  { onOpen, onClose, onFrame }: RoadListener,
): ClientWorld['openSocket'] {
  return (url) => {
    const inner = open(url);
    const outer: ClientSocket = {
      send: (text) => inner.send(text),
      close: (code, reason) => inner.close(code, reason),
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
    };
    inner.onopen = () => {
      onOpen('websocket');
      outer.onopen?.();
    };
    inner.onmessage = (message) => {
      const frame = frameOf(message.data);
      outer.onmessage?.(message);
      // After the client, so that what is noted is what it made of it.
      if (frame) onFrame(frame);
    };
    inner.onclose = (end) => {
      onClose();
      outer.onclose?.(end);
    };
    inner.onerror = () => outer.onerror?.();
    return outer;
  };
}

/** Asks as before, and notes the requests that are streams. */
export function watchedFetch(fetch: ClientWorld['fetch'], { onOpen }: RoadListener): ClientWorld['fetch'] {
  return async (request) => {
    const response = await fetch(request);
    const { pathname } = new URL(request.url);
    if (response.ok && pathname.endsWith('/stream')) onOpen('sse');
    if (response.ok && pathname.endsWith('/poll')) onOpen('long-poll');
    return response;
  };
}

function frameOf(data: unknown): ServerFrame | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const decoded = decodeServerFrame(JSON.parse(data));
    return decoded.ok ? decoded.value : undefined;
  } catch {
    return undefined; // the client drops it, and says so
  }
}
