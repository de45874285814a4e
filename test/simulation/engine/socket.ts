import type { ClientSocket } from '../../../src/client/index.ts';
import type { SocketDuplex } from '../../../src/server/app.ts';
import { shake } from './http.ts';
import type { Host } from './http.ts';
import type { Connection, Link } from './link.ts';
import type { Process } from './process.ts';
import type { Schedule } from './schedule.ts';

/** `new WebSocket` of one process along one road. */
export function createOpenSocket(
  schedule: Schedule,
  from: Process,
  link: Link,
  host: Host,
): (url: string) => ClientSocket {
  return (url) => {
    const socket: ClientSocket = {
      ...{ onopen: null, onmessage: null, onclose: null, onerror: null },
      send: () => undefined,
      close: () => undefined,
    };
    if (from.alive) connect(schedule, { from, link, host, url, socket });
    return socket;
  };
}

interface Asked {
  readonly from: Process;
  readonly link: Link;
  readonly host: Host;
  readonly url: string;
  readonly socket: ClientSocket;
}

function connect(schedule: Schedule, { from, link, host, url, socket }: Asked): void {
  const server = host.process;
  let onText: ((text: string) => void) | undefined;
  let onClose: ((code: number) => void) | undefined;
  const early: string[] = [];
  let isAccepted = false;
  const line: Connection = { isDead: false, cut: () => die(1006, 'broken', true) };
  const forth = link.pipe(line, server);
  const back = link.pipe(line, from);

  function die(code: number, reason: string, isHeardHere: boolean): void {
    if (line.isDead) return;
    line.isDead = true;
    link.connections.delete(line);
    from.onDeath.delete(onOwnDeath);
    server.onDeath.delete(line.cut);
    if (!link.isStalled)
      schedule.plan(link.delayMs(), server, `sees a socket close ${code}`, () => onClose?.(code));
    if (isHeardHere)
      schedule.plan(link.delayMs(), from, `hears a socket close ${code}`, () =>
        socket.onclose?.({ code, reason }),
      );
  }

  const onOwnDeath = (): void => die(1006, 'gone', false);
  const shaken = shake(link);
  const duplex: SocketDuplex = {
    get bufferedBytes() {
      return back.waitingBytes;
    },
    send(text) {
      if (!server.alive) return;
      shaken(text, (frame) =>
        back.send(`gets ${frame}`, () => socket.onmessage?.({ data: frame }), frame.length),
      );
    },
    close(code, reason) {
      if (!server.alive) return;
      back.send(`is sent away ${code}`, () => die(code, reason, true));
    },
    onText(handler) {
      onText = handler;
      for (const text of early.splice(0)) handler(text);
    },
    onClose: (handler) => void (onClose = handler),
  };
  socket.send = (text) => {
    if (!from.alive) return;
    forth.send(`hears ${text.slice(0, 40)}`, () => (onText ? onText(text) : early.push(text)));
  };
  socket.close = (code = 1000, reason = '') => die(code, reason, true);

  link.connections.add(line);
  from.onDeath.add(onOwnDeath);
  server.onDeath.add(line.cut);
  const { weather } = link;
  if (!server.alive || link.happens(weather.refusal)) return die(1006, 'refused', true);
  if (link.happens(weather.loss)) return;
  const request = new Request(url.replace(/^ws/, 'http'), { headers: { upgrade: 'websocket' } });
  forth.send(`is asked for a socket`, () => {
    const acceptSocket = (): SocketDuplex => {
      isAccepted = true;
      back.send('has its socket', () => socket.onopen?.());
      return duplex;
    };
    void host.app.fetch(request, { acceptSocket, remoteAddress: from.name }).then(() => {
      if (!isAccepted && server.alive) line.cut();
    });
  });
}
