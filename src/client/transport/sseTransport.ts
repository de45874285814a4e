import { routes } from '../../protocol/index.ts';
import { refusalOf } from '../http.ts';
import { requestTransport } from './requestTransport.ts';
import { createSseParser } from './sseParser.ts';
import { parseFrame, type OpenTransport } from './transport.ts';

/** Streams over server-sent events, read by `fetch` so that the token can travel in a header. */
export function sseTransport(fetch: (request: Request) => Promise<Response>): OpenTransport {
  return requestTransport(fetch, async ({ target, signal, ask, onAlive, onFrame }) => {
    const cursor = target.cursor();
    const response = await ask({
      path: routes.stream(target.sessionId),
      headers: { accept: 'text/event-stream', ...(cursor && { 'last-event-id': cursor }) },
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (!response.ok || !isStream || !response.body) throw await refusalOf(response);
    const reader = response.body.getReader();
    signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    const parser = createSseParser((data) => onFrame(parseFrame(data)));
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      onAlive();
      parser.push(value);
    }
  });
}
