import type { IncomingMessage } from 'node:http';

/**
 * Node's message as a `Request`, its body streaming with back-pressure. Undefined when the address in it is nonsense.
 * The signal fires when the client goes away before it has its answer.
 */
export function requestOf(message: IncomingMessage, signal: AbortSignal): Request | undefined {
  const url = `http://${message.headers.host ?? 'localhost'}`;
  const target = message.url ?? '/';
  // Joined as text: `new URL('//x', base)` would read the path as a host.
  if (!target.startsWith('/') || !URL.canParse(url + target)) return undefined;
  const method = message.method ?? 'GET';
  const headers = new Headers();
  for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) {
    headers.append(message.rawHeaders[at] ?? '', message.rawHeaders[at + 1] ?? '');
  }
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, duplex: 'half' };
  if (hasBody(message)) init.body = bodyOf(message);
  return new Request(url + target, init);
}

function hasBody(message: IncomingMessage): boolean {
  if (message.method === 'GET' || message.method === 'HEAD') return false;
  return (
    Number(message.headers['content-length'] ?? 0) > 0 || message.headers['transfer-encoding'] !== undefined
  );
}

/**
 * Own stream instead of `Readable.toWeb`: cancelling that one destroys the socket, and with it the answer (413, say)
 * that explains why the body was not wanted. Here the rest is read and dropped.
 */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  let leave: () => void = () => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const onData = (chunk: Buffer): void => {
          controller.enqueue(new Uint8Array(chunk));
          if ((controller.desiredSize ?? 0) <= 0) message.pause();
        };
        const onEnd = (): void => {
          leave();
          controller.close();
        };
        const onClose = (): void => {
          leave();
          controller.error(new Error('the client broke off'));
        };
        leave = () => {
          message.off('data', onData).off('end', onEnd).off('close', onClose);
        };
        message.on('data', onData).on('end', onEnd).on('close', onClose);
        // Told by `close` as well; without a listener it would end the process.
        message.on('error', () => undefined);
        message.pause();
      },
      pull() {
        message.resume();
      },
      cancel() {
        leave();
        message.resume();
      },
    },
    { highWaterMark: HIGH_WATER_BYTES, size: (chunk) => chunk?.byteLength ?? 0 },
  );
}

const HIGH_WATER_BYTES = 65_536;
