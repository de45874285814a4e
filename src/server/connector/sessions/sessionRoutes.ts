import { decodeCreateSession, decodeEndReason, decodeParameters } from '../../../protocol/index.ts';
import { json } from '../../http/index.ts';
import type { Connector } from '../connector.ts';
import { setSessionParameters } from '../engagements/contextParameters.ts';
import { inUnit } from '../log/unit.ts';
import { readBody } from '../readRequest.ts';
import { malformed, Refused, takeOrRefuse } from '../refused.ts';
import type { Call, RouteTable } from '../routing.ts';
import type { Customer } from '../auth/customer.ts';
import { createSession } from './createSession.ts';
import { endSession } from './endSession.ts';
import { ownedSession } from './ownedSession.ts';
import { sessionView } from './sessionView.ts';

/** Routes of a session itself. */
export function sessionRoutes(connector: Connector): RouteTable {
  return {
    '/sessions': {
      async POST(call) {
        const customer = await askerOf(connector, call);
        takeOrRefuse(connector.openLimiter, customer.customerKey, 'sessions');
        const request = await readBody(call.request, decodeCreateSession);
        return json(201, await createSession(connector, customer, request));
      },
    },
    '/sessions/:session': {
      async GET(call) {
        const customer = await askerOf(connector, call);
        const view = await inUnit(connector, async (unit) => {
          const session = await ownedSession(unit.rows, call.param('session'), customer);
          const adapter = connector.adapterOf(session.integrationId);
          if (!adapter) throw new Refused('session-gone', 'The integration of this session is gone.');
          return sessionView(unit, session, adapter, customer);
        });
        // Streams that cannot be told a new token in band (SSE) live on by this one.
        connector.streams.renew(call.param('session'), customer.tokenExpiresAtMs);
        return json(200, view);
      },
      async DELETE(call) {
        const customer = await askerOf(connector, call);
        const reason = decodeEndReason(call.query.get('reason') ?? 'USER_CLOSED', 'reason');
        if (!reason.ok) throw malformed(reason.faults);
        await inUnit(connector, async (unit) => {
          const session = await ownedSession(unit.rows, call.param('session'), customer);
          await endSession(connector, unit, session, reason.value);
        });
        return nothing();
      },
    },
    '/sessions/:session/parameters': {
      async PUT(call) {
        const customer = await askerOf(connector, call);
        const change = await readBody(call.request, decodeParameters);
        await setSessionParameters(connector, { customer, sessionId: call.param('session') }, change);
        return nothing();
      },
    },
  };
}

/** Who asks, by appkey and token. Throws `Refused`. */
export function askerOf(connector: Connector, call: Call): Promise<Customer> {
  return connector.authenticator.ofRequest(call.request, call.context?.remoteAddress);
}

/** 204. */
export function nothing(): Response {
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}
