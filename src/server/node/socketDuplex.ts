import type { WebSocket } from 'ws';
import type { SocketDuplex } from '../app.ts';

/** A socket of `ws` as the apps see it. Frames that come before `onText` wait; binary ones end the line (1003). */
export function socketDuplex(socket: WebSocket): SocketDuplex {
  const early: string[] = [];
  let textHandler: ((text: string) => void) | undefined;
  let closeHandler: ((code: number) => void) | undefined;
  let closedWith: number | undefined;

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) return socket.close(1003, 'text frames only');
    const text = data.toString('utf8');
    if (textHandler) textHandler(text);
    else if (early.length < MAX_EARLY_FRAMES) early.push(text);
    else socket.close(1008, 'too early');
  });
  // `ws` closes the line itself after an error (1009 for a frame too large, 1007 for bad UTF-8); without a listener
  // the process would end instead.
  socket.on('error', () => undefined);
  socket.on('close', (code) => {
    closedWith = code;
    closeHandler?.(code);
  });

  return {
    send(text) {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    close: (code, reason) => socket.close(code, reason),
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    onText(handler) {
      textHandler = handler;
      for (const text of early.splice(0)) handler(text);
    },
    onClose(handler) {
      closeHandler = handler;
      if (closedWith !== undefined) handler(closedWith);
    },
  };
}

const MAX_EARLY_FRAMES = 16;

/** What an app holds when the handshake failed: nothing comes, nothing goes. 1006: the line broke (RFC 6455, 7.4.1). */
export const brokenDuplex: SocketDuplex = {
  send: () => undefined,
  close: () => undefined,
  bufferedBytes: 0,
  onText: () => undefined,
  onClose: (handler) => handler(1006),
};
