import {
  asId,
  decodeCreateEngagement,
  decodeDisconnect,
  decodeParameters,
  decodeRead,
  decodeSendRequest,
  HISTORY_PAGE_SIZE,
  MAX_HISTORY_PAGE_SIZE,
  MAX_RANGE_ENTRIES,
  MAX_TEXT_LENGTH,
  type LogId,
  type SendRequest,
} from '../../../protocol/index.ts';
import { isRecord } from '../../../lib/decode.ts';
import type { Transaction } from '../../storage/index.ts';
import { json } from '../../http/index.ts';
import type { Connector } from '../connector.ts';
import { findHistory, findRange, headsOf, renderHistory, renderRange, type Found } from '../log/readLog.ts';
import { readBody, readJsonBody, readNumber } from '../readRequest.ts';
import { malformed, Refused, takeOrRefuse } from '../refused.ts';
import type { Call, RouteTable } from '../routing.ts';
import { ownedEngagement, ownedSession } from '../sessions/ownedSession.ts';
import { askerOf, nothing } from '../sessions/sessionRoutes.ts';
import { acceptMessage } from './acceptMessage.ts';
import { setContextParameters } from './contextParameters.ts';
import { engagementsOf } from './engagementRecord.ts';
import { engagementView } from './engagementView.ts';
import { tellRead, tellTyping } from './livelySignals.ts';
import { joinEngagement, leaveEngagement, openEngagement, type Asker } from './openEngagement.ts';
import { pageParameters } from '../sessions/pageParameters.ts';

const ONE = '/sessions/:session/engagements/:engagement';

/** Routes of a session's engagements and their messages. */
export function engagementRoutes(connector: Connector): RouteTable {
  const asker = async (call: Call): Promise<Asker> => ({
    customer: await askerOf(connector, call),
    sessionId: call.param('session'),
  });
  return {
    '/sessions/:session/engagements': {
      GET: async (call) => listEngagements(connector, await asker(call)),
      async POST(call) {
        const who = await asker(call);
        takeOrRefuse(connector.openLimiter, who.customer.customerKey, 'conversations');
        const { parameters = {} } = await readBody(call.request, decodeCreateEngagement);
        const { engagement, made } = await openEngagement(
          connector,
          who,
          pageParameters(parameters, connector.logger),
        );
        return json(made ? 201 : 200, engagement);
      },
    },
    [ONE]: {
      GET: async (call) => oneEngagement(connector, await asker(call), call.param('engagement')),
    },
    [`${ONE}/join`]: {
      POST: async (call) =>
        json(200, await joinEngagement(connector, await asker(call), call.param('engagement'))),
    },
    [`${ONE}/disconnect`]: {
      async POST(call) {
        const who = await asker(call);
        const { reason = 'USER_CLOSED' } = await readBody(call.request, decodeDisconnect);
        await leaveEngagement(connector, who, call.param('engagement'), reason);
        return nothing();
      },
    },
    [`${ONE}/parameters`]: {
      async PUT(call) {
        const who = await asker(call);
        const change = await readBody(call.request, decodeParameters);
        await setContextParameters(connector, who, call.param('engagement'), change);
        return nothing();
      },
    },
    ...messageRoutes(connector, asker),
  };
}

function messageRoutes(connector: Connector, asker: (call: Call) => Promise<Asker>): RouteTable {
  return {
    [`${ONE}/messages`]: {
      async POST(call) {
        const who = await asker(call);
        takeOrRefuse(connector.sendLimiter, who.customer.customerKey, 'messages');
        const request = await readSend(call.request);
        const place = { ...who, engagementId: call.param('engagement') };
        return json(202, await acceptMessage(connector, place, request));
      },
    },
    [`${ONE}/history`]: {
      async GET(call) {
        const most = { min: 1, max: MAX_HISTORY_PAGE_SIZE, fallback: HISTORY_PAGE_SIZE };
        const limit = readNumber(call.query, 'limit', most);
        const before = readNumber(call.query, 'before', {
          min: 1,
          max: Number.MAX_SAFE_INTEGER,
          fallback: 0,
        });
        const ask = { limit, ...(before > 0 ? { beforeSeq: before } : {}) };
        const found = await readLog(connector, await asker(call), call, (rows, place) =>
          findHistory(rows, place, ask),
        );
        return json(200, await renderHistory(found, connector.media));
      },
    },
    [`${ONE}/entries`]: {
      async GET(call) {
        const most = { min: 1, max: MAX_RANGE_ENTRIES, fallback: MAX_RANGE_ENTRIES };
        const limit = readNumber(call.query, 'limit', most);
        const afterSeq = readNumber(call.query, 'after', { min: 0, max: MAX_SEQ, fallback: 0 });
        const ask = { limit, afterSeq };
        const found = await readLog(connector, await asker(call), call, (rows, place) =>
          findRange(rows, place, ask),
        );
        return json(200, await renderRange(found, connector.media));
      },
    },
    [`${ONE}/typing`]: {
      async POST(call) {
        await tellTyping(connector, await asker(call), call.param('engagement'));
        return nothing();
      },
    },
    [`${ONE}/read`]: {
      async POST(call) {
        const who = await asker(call);
        const { upToSeq } = await readBody(call.request, decodeRead);
        await tellRead(connector, who, call.param('engagement'), Math.min(upToSeq, MAX_SEQ));
        return nothing();
      },
    },
  };
}

/** What a sortable key part can hold, less one. */
const MAX_SEQ = 999_999_999_998;

async function readLog(
  connector: Connector,
  who: Asker,
  call: Call,
  find: (
    rows: Transaction,
    place: { log: LogId; heads: Awaited<ReturnType<typeof headsOf>> },
  ) => Promise<Found | undefined>,
): Promise<Found> {
  const found = await connector.store.transact(async (rows) => {
    const session = await ownedSession(rows, who.sessionId, who.customer);
    const engagement = await ownedEngagement(rows, session, call.param('engagement'));
    const heads = await headsOf(rows, session);
    return find(rows, { log: asId<LogId>(engagement.engagementId), heads });
  });
  if (!found) throw new Refused('not-found', 'There is no such conversation.');
  return found;
}

async function listEngagements(connector: Connector, who: Asker): Promise<Response> {
  const engagements = await connector.store.transact(async (rows) => {
    const session = await ownedSession(rows, who.sessionId, who.customer);
    const views = [];
    for (const each of await engagementsOf(rows, session.customerKey)) {
      views.push(await engagementView(rows, each, session));
    }
    return views;
  });
  return json(200, engagements);
}

async function oneEngagement(connector: Connector, who: Asker, engagementId: string): Promise<Response> {
  const view = await connector.store.transact(async (rows) => {
    const session = await ownedSession(rows, who.sessionId, who.customer);
    return engagementView(rows, await ownedEngagement(rows, session, engagementId), session);
  });
  return json(200, view);
}

/** A text over its limit has a code of its own: the page can say so, and keep the text. */
async function readSend(request: Request): Promise<SendRequest> {
  const value = await readJsonBody(request);
  const decoded = decodeSendRequest(value);
  if (decoded.ok) return decoded.value;
  const body = isRecord(value) ? value['body'] : undefined;
  const text = isRecord(body) ? body['text'] : undefined;
  if (typeof text === 'string' && text.length > MAX_TEXT_LENGTH) {
    throw new Refused('too-long', `A text may have at most ${MAX_TEXT_LENGTH} characters.`);
  }
  throw malformed(decoded.faults);
}
