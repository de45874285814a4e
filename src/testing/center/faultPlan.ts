import { pause } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';
import type { ClientWorld } from '../../client/index.ts';
import type { ServerApp } from '../../server/index.ts';
import { problemOf, PROBLEMS } from '../../protocol/index.ts';
import { openInTabSocket, type InTabSocket } from './inTabSocket.ts';

/** What goes wrong between the page and the connector. */
export interface FaultPlan {
  /** Nothing gets through: neither requests nor streams. Lines that stand break. */
  refuse(isRefused: boolean): void;
  /** Every line that stands breaks; the next one may be made at once. */
  dropLine(): void;
  /** Requests take so long to arrive, milliseconds. */
  delay(ms: number): void;
  /** Files are answered `upstream-refused`, which a person may try again. */
  refuseFiles(isRefused: boolean): void;
}

/** The road from a page to the connector in the same tab, and its faults. */
export interface Road extends Pick<ClientWorld, 'fetch' | 'openSocket'> {
  readonly faults: FaultPlan;
}

/** Makes the road; `app` is asked for anew at each request, so that a server may be replaced. */
export function createRoad(app: () => ServerApp, clock: Clock): Road {
  const sockets = new Set<InTabSocket>();
  const streams = new Set<() => void>();
  let isRefused = false;
  let delayMs = 0;
  let refusesFiles = false;
  const dropLine = (): void => {
    for (const socket of sockets) socket.drop();
    for (const drop of [...streams]) drop();
    sockets.clear();
    streams.clear();
  };
  return {
    faults: {
      dropLine,
      delay: (ms) => void (delayMs = ms),
      refuseFiles: (next) => void (refusesFiles = next),
      refuse(next) {
        isRefused = next;
        if (next) dropLine();
      },
    },
    async fetch(request) {
      if (delayMs > 0) await pause(clock, delayMs);
      if (isRefused) throw new TypeError('Nothing gets through');
      if (refusesFiles && request.method === 'POST' && new URL(request.url).pathname.endsWith('/attachments'))
        return refusal();
      const response = await app().fetch(request, { remoteAddress: 'in-tab' });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      return isStream ? breakable(response, streams) : response;
    },
    openSocket(url) {
      const socket = openInTabSocket(app(), url, () => isRefused);
      sockets.add(socket);
      return socket.socket;
    },
  };
}

function refusal(): Response {
  return new Response(JSON.stringify(problemOf('upstream-refused')), {
    status: PROBLEMS['upstream-refused'].status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/** The same stream, with a way to break it from outside. */
function breakable(response: Response, streams: Set<() => void>): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      streams.add(() => {
        controller.error(new TypeError('The line broke'));
        void reader.cancel().catch(() => undefined);
      });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => reader.cancel(),
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
