import { WebSocket } from 'ws';
import type { ClientSocket } from '../../src/client/index.ts';

/**
 * Sockets for the client's transport that tell of each attempt, of each that came to a handshake, and of the status of one that
 * was refused, which the platform's own WebSocket keeps to itself.
 * @param lateMs by how much the page's timer was late that led to this attempt.
 */
export function createCountedSocket(
  tell: (kind: 'attempt' | 'handshake' | 'answer', facts?: { status?: number; agoMs?: number }) => void,
  lateMs: () => number,
): (url: string) => ClientSocket {
  return (url) => {
    const dueAtMs = performance.now() - lateMs();
    const agoMs = (): number => performance.now() - dueAtMs;
    tell('attempt', { agoMs: agoMs() });
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const own: ClientSocket = {
      send: (text) => socket.send(text, () => undefined),
      close: (code, reason) => socket.close(code, reason),
      ...{ onopen: null, onmessage: null, onclose: null, onerror: null },
    };
    socket.on('open', () => {
      tell('handshake', { agoMs: agoMs() });
      own.onopen?.();
    });
    socket.on('unexpected-response', (request, { statusCode }) => {
      tell('answer', { ...(statusCode && { status: statusCode }) });
      request.destroy();
      socket.terminate();
    });
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8');
      // The server's own fault, told in a frame: the 5xx of a socket.
      if (text.startsWith('{"type":"denied"') && text.includes('"code":"internal"'))
        tell('answer', { status: 500 });
      own.onmessage?.({ data: text });
    });
    socket.on('error', () => own.onerror?.());
    socket.on('close', (code, reason) => own.onclose?.({ code, reason: reason.toString('utf8') }));
    return own;
  };
}
