import { decode } from '../../lib/index.ts';
import { routes } from '../../protocol/index.ts';
import { addressOf, credentialHeaders } from '../http.ts';
import { refused } from './sseTransport.ts';
import { parseFrame, type OpenTransport, type TransportEnd } from './transport.ts';

/** Polls one after the other; each answer is a list of frames and comes within 25 s. The last resort that always works. */
export function longPollTransport(fetch: (request: Request) => Promise<Response>): OpenTransport {
  return (target, listener) => {
    const controller = new AbortController();
    let isFirst = true;
    const pollOnce = async (): Promise<TransportEnd | undefined> => {
      // The first one is answered at once, so that the page soon knows that the line stands.
      const query = { cursor: target.cursor(), wait: isFirst ? '0' : undefined };
      isFirst = false;
      const address = addressOf(target.baseUrl, routes.poll(target.sessionId), query);
      const response = await fetch(
        new Request(address, {
          headers: { accept: 'application/json', ...credentialHeaders(target.token()) },
          cache: 'no-store',
          credentials: 'omit',
          signal: controller.signal,
        }),
      );
      if (!response.ok) return refused(response);
      const answer = parseFrame(await response.text());
      if (controller.signal.aborted) return undefined;
      const frames = decode.isRecord(answer) ? answer['frames'] : undefined;
      if (!Array.isArray(frames)) return { type: 'refused', status: response.status };
      listener.onAlive();
      for (const frame of frames) if (!controller.signal.aborted) listener.onFrame(frame);
      return undefined;
    };
    const poll = async (): Promise<TransportEnd> => {
      for (;;) {
        const end = await pollOnce();
        if (end || controller.signal.aborted) return end ?? { type: 'closed' };
      }
    };
    void poll()
      .catch((): TransportEnd => ({ type: 'unreachable' }))
      .then((end) => {
        if (!controller.signal.aborted) listener.onEnd(end);
      });
    return { send: () => false, close: () => controller.abort() };
  };
}
