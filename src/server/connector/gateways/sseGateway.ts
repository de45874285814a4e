import type { ServerFrame } from '../../../protocol/index.ts';
import type { Connector } from '../connector.ts';
import { openStream, type Stream, type StreamOrder } from './stream.ts';

/**
 * A stream as Server-Sent Events, read by `fetch`: one frame per `data:`, an entry's cursor as `id:`. Nothing is handed
 * to the platform that its reader did not ask for, so what is unsent is known exactly.
 */
export function openSse(connector: Connector, order: StreamOrder): Response {
  const waiting: string[] = [];
  let unsentBytes = 0;
  let ended = false;
  let cancelled = false;
  let wake: (() => void) | undefined;
  let stream: Stream | undefined;

  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start() {
        stream = openStream(connector, order, {
          send(frame) {
            const text = sseText(frame);
            waiting.push(text);
            unsentBytes += text.length;
            wake?.();
          },
          unsent: () => ({ bytes: unsentBytes, entries: waiting.length }),
          close() {
            ended = true;
            wake?.();
          },
        });
      },
      async pull(controller) {
        while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
        wake = undefined;
        if (cancelled) return;
        const text = waiting.splice(0).join('');
        unsentBytes = 0;
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (ended) controller.close();
      },
      cancel() {
        ended = true;
        cancelled = true;
        wake?.();
        stream?.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: SSE_HEADERS });
}

const encoder = new TextEncoder();
const SSE_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no', // nginx: hand on what there is
  'x-content-type-options': 'nosniff',
};

/** JSON has no raw line breaks, so one `data:` line holds a frame. */
function sseText(frame: ServerFrame): string {
  const id = frame.type === 'event' && 'id' in frame.event ? `id: ${frame.event.id}\n` : '';
  return `${id}data: ${JSON.stringify(frame)}\n\n`;
}
