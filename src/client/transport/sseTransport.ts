import { routes } from '../../protocol/index.ts';
import { addressOf, credentialHeaders, refusalOf } from '../http.ts';
import { isProblemCode } from '../problemCode.ts';
import { createSseParser } from './sseParser.ts';
import { parseFrame, type OpenTransport, type TransportEnd } from './transport.ts';

/** Streams over server-sent events, read by `fetch` so that the token can travel in a header. */
export function sseTransport(fetch: (request: Request) => Promise<Response>): OpenTransport {
  return (target, listener) => {
    const controller = new AbortController();
    const cursor = target.cursor();
    const request = new Request(addressOf(target.baseUrl, routes.stream(target.sessionId)), {
      headers: {
        accept: 'text/event-stream',
        ...credentialHeaders(target.token()),
        ...(cursor && { 'last-event-id': cursor }),
      },
      cache: 'no-store',
      credentials: 'omit',
      signal: controller.signal,
    });
    const read = async (): Promise<TransportEnd> => {
      const response = await fetch(request);
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      if (!response.ok || !isStream || !response.body) return refused(response);
      const reader = response.body.getReader();
      controller.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
      const parser = createSseParser((data) => {
        if (!controller.signal.aborted) listener.onFrame(parseFrame(data));
      });
      for (;;) {
        const { done, value } = await reader.read();
        if (done || controller.signal.aborted) return { type: 'closed' };
        listener.onAlive();
        parser.push(value);
      }
    };
    void read()
      .catch((): TransportEnd => ({ type: 'unreachable' }))
      .then((end) => {
        if (controller.signal.aborted) return;
        controller.abort(); // a parser that gave up leaves a body behind
        listener.onEnd(end);
      });
    return { send: () => false, close: () => controller.abort() };
  };
}

/** An answer that is no stream, as the end of one. */
export async function refused(response: Response): Promise<TransportEnd> {
  const { code, message, facts } = await refusalOf(response);
  return {
    type: 'refused',
    status: response.status,
    detail: message,
    ...(isProblemCode(code) && { code }),
    ...(facts.retryAfterSeconds !== undefined && { retryAfterSeconds: facts.retryAfterSeconds }),
  };
}
