import type { Connector } from '../connector.ts';
import { readNumber } from '../readRequest.ts';
import { Refused } from '../refused.ts';
import type { RouteTable } from '../routing.ts';
import { askerOf, nothing } from '../sessions/sessionRoutes.ts';
import { answerPoll } from './longPollGateway.ts';
import { orderStream } from './orderStream.ts';
import { openSse } from './sseGateway.ts';
import { serveSocket } from './webSocketGateway.ts';

/** The three ways to hear a session. @param isDraining whether the server is about to stop. */
export function streamRoutes(connector: Connector, isDraining: () => boolean): RouteTable {
  const refuseDraining = (): void => {
    if (!isDraining()) return;
    throw new Refused('draining', 'The server is about to stop. Come back soon.', { retryAfterSeconds: 1 });
  };
  return {
    '/sessions/:session/stream': {
      async GET(call) {
        refuseDraining();
        const customer = await askerOf(connector, call);
        const cursor = call.request.headers.get('last-event-id') ?? undefined;
        return openSse(connector, await orderStream(connector, customer, call.param('session'), cursor));
      },
    },
    '/sessions/:session/poll': {
      async GET(call) {
        refuseDraining();
        const customer = await askerOf(connector, call);
        const most = connector.settings.pollWaitMs;
        const waitMs = readNumber(call.query, 'wait', { min: 0, max: 60_000, fallback: most });
        const cursor = call.query.get('cursor') ?? undefined;
        const order = await orderStream(connector, customer, call.param('session'), cursor);
        const { signal } = call.request;
        // Without a cursor there is nothing to wait from: the reader gets one.
        return answerPoll(connector, order, { waitMs: cursor ? Math.min(waitMs, most) : 0, signal });
      },
    },
    '/sessions/:session/socket': {
      async GET(call) {
        refuseDraining();
        const accept = call.context?.acceptSocket;
        if (!accept) throw new Refused('malformed', 'Open a WebSocket here.');
        const address = call.context?.remoteAddress;
        serveSocket(connector, accept(), { sessionId: call.param('session'), address });
        return nothing();
      },
    },
  };
}
