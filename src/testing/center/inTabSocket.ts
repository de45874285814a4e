import type { ClientSocket } from '../../client/index.ts';
import type { ServerApp, SocketDuplex } from '../../server/index.ts';

/** A WebSocket without a network: its two ends. */
export interface InTabSocket {
  readonly socket: ClientSocket;
  /** The line breaks, as a network does it: no goodbye. */
  drop(): void;
}

/** Opens one to a server in the same tab; `isRefused` says whether the road is closed at this moment. */
export function openInTabSocket(app: ServerApp, url: string, isRefused: () => boolean): InTabSocket {
  const waiting: string[] = [];
  let onText: ((text: string) => void) | undefined;
  let onClose: ((code: number) => void) | undefined;
  let status: 'opening' | 'open' | 'closed' = 'opening';
  const end = (code: number, reason: string): void => {
    if (status === 'closed') return;
    status = 'closed';
    onClose?.(code);
    queueMicrotask(() => socket.onclose?.({ code, reason }));
  };
  const socket: ClientSocket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send(text) {
      if (status === 'opening') throw new Error('The socket is not open yet');
      queueMicrotask(() => {
        if (status === 'closed') return;
        if (onText) onText(text);
        else waiting.push(text);
      });
    },
    close: (code = 1000, reason = '') => end(code, reason),
  };
  const duplex: SocketDuplex = {
    bufferedBytes: 0,
    send: (text) => queueMicrotask(() => status === 'open' && socket.onmessage?.({ data: text })),
    close: (code, reason) => queueMicrotask(() => end(code, reason)),
    onText(handler) {
      onText = handler;
      for (const text of waiting.splice(0)) handler(text);
    },
    onClose: (handler) => void (onClose = handler),
  };
  const accept = (): SocketDuplex => {
    status = 'open';
    queueMicrotask(() => socket.onopen?.());
    return duplex;
  };
  queueMicrotask(() => {
    if (status === 'closed') return;
    if (isRefused()) return end(1006, '');
    const address = url.replace(/^ws/, 'http');
    void app
      .fetch(new Request(address), { acceptSocket: accept, remoteAddress: 'in-tab' })
      .then((response) => {
        if (status === 'opening') end(1006, String(response.status));
      });
  });
  return { socket, drop: () => end(1006, '') };
}
