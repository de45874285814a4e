import { decode } from '../../lib/index.ts';
import { routes } from '../../protocol/index.ts';
import { refusalOf } from '../http.ts';
import { requestTransport } from './requestTransport.ts';
import { parseFrame, type OpenTransport } from './transport.ts';

/** Polls one after the other; each answer is a list of frames and comes within 25 s. The last resort that always works. */
export function longPollTransport(fetch: (request: Request) => Promise<Response>): OpenTransport {
  return requestTransport(fetch, async ({ target, signal, ask, onAlive, onFrame }) => {
    // The first one is answered at once, so that the page soon knows that the line stands.
    for (let wait: string | undefined = '0'; !signal.aborted; wait = undefined) {
      const response = await ask({
        path: routes.poll(target.sessionId),
        query: { cursor: target.cursor(), wait },
        headers: { accept: 'application/json' },
      });
      const answer = response.ok && parseFrame(await response.text());
      const frames = decode.isRecord(answer) ? answer['frames'] : undefined;
      if (!Array.isArray(frames)) throw await refusalOf(response);
      onAlive();
      frames.forEach(onFrame);
    }
  });
}
