import type { DeskEvent } from '../../../src/protocol/desk/index.ts';
import type { DeskFetch } from '../../../src/desk/data/deskCall.ts';

/** The far end of a desk, as the test tells it to be. */
export interface ScriptedServer {
  readonly fetch: DeskFetch;
  /** Every call but the stream's: "POST /desk/v1/…", with its body. */
  readonly calls: { readonly line: string; readonly body: unknown }[];
  /** The streams that were opened, oldest first. */
  readonly streams: { readonly lastEventId: string | null; readonly authorization: string | null }[];
  /** Answers of one route from now on. */
  answer(line: string, respond: () => Response | Promise<Response>): void;
  /** How the next streams are answered; undefined opens them. */
  refuseStreams(status: number | 'unreachable' | undefined): void;
  push(id: string, event: DeskEvent): void;
  /** Raw text on the present stream. */
  write(text: string): void;
  /** Ends the present stream. */
  cut(): void;
}

export function createScriptedServer(): ScriptedServer {
  const calls: { line: string; body: unknown }[] = [];
  const streams: { lastEventId: string | null; authorization: string | null }[] = [];
  const answers = new Map<string, () => Response | Promise<Response>>();
  const bytes = new TextEncoder();
  let refusal: number | 'unreachable' | undefined;
  let present: ReadableStreamDefaultController<Uint8Array> | undefined;

  const openStream = (init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    streams.push({ lastEventId: headers.get('last-event-id'), authorization: headers.get('authorization') });
    if (refusal === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
    if (refusal !== undefined) return Promise.resolve(new Response('{}', { status: refusal }));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        present = controller;
        init.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  };

  return {
    calls,
    streams,
    fetch(url, init) {
      const path = url.replace(/^https?:\/\/[^/]+/, '');
      if (path === '/desk/v1/events') return openStream(init);
      const line = `${init.method ?? 'GET'} ${path}`;
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
      calls.push({ line, body });
      return Promise.resolve(answers.get(line)?.() ?? new Response(null, { status: 204 }));
    },
    answer: (line, respond) => void answers.set(line, respond),
    refuseStreams: (status) => (refusal = status),
    push: (id, event) =>
      present?.enqueue(bytes.encode(`id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)),
    write: (text) => present?.enqueue(bytes.encode(text)),
    cut: () => present?.close(),
  };
}

/** A JSON answer. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** Lets the streams' own promises settle: they take turns of the task queue, which no simulated clock drives. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(undefined);
    });
  }
}
