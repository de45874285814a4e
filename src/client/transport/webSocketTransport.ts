import { routes, type ClientFrame } from '../../protocol/index.ts';
import type { ClientSocket } from '../chatClient.ts';
import { addressOf } from '../http.ts';
import { parseFrame, type OpenTransport, type TransportEnd } from './transport.ts';

/** Streams over a WebSocket. The token travels in the first frame, never in the address. */
export function webSocketTransport(openSocket: (url: string) => ClientSocket): OpenTransport {
  return (target, listener) => {
    let isOver = false;
    let socket: ClientSocket | undefined;
    const end = (how: TransportEnd): void => {
      if (isOver) return;
      isOver = true;
      listener.onEnd(how);
    };
    const say = (frame: ClientFrame): boolean => {
      try {
        socket?.send(JSON.stringify(frame));
        return socket !== undefined;
      } catch {
        return false; // still connecting, or closing: its end is on the way
      }
    };
    try {
      socket = openSocket(socketAddress(addressOf(target.baseUrl, routes.socket(target.sessionId))));
    } catch {
      queueMicrotask(() => end({ type: 'unreachable' }));
      return { send: () => false, close: () => void (isOver = true) };
    }
    let isOpen = false;
    socket.onopen = () => {
      isOpen = true;
      const cursor = target.cursor();
      say({ type: 'authenticate', ...target.token(), ...(cursor && { cursor }) });
    };
    socket.onmessage = ({ data }) => {
      if (!isOver) listener.onFrame(typeof data === 'string' ? parseFrame(data) : undefined);
    };
    socket.onclose = () => end({ type: isOpen ? 'closed' : 'unreachable' });
    socket.onerror = null; // a close always follows
    return {
      send: (frame) => isOpen && !isOver && say(frame),
      close: () => {
        isOver = true;
        orphan(socket);
      },
    };
  };
}

/** A socket nobody listens to any more may linger in its closing handshake; it must not be heard. */
function orphan(socket: ClientSocket | undefined): void {
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  try {
    socket.close(1000, 'done');
  } catch {
    // it was closed already
  }
}

function socketAddress(address: string): string {
  const base = typeof location === 'undefined' ? undefined : location.href;
  const url = new URL(address, base);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  return url.href;
}
