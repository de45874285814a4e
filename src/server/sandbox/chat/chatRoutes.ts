import { Hono } from 'hono';
import { decode } from '../../../lib/index.ts';
import {
  AXP_LIMITS,
  decodeChatSend,
  decodeCreateEngagement,
  decodeCreateSession,
  decodeDisconnectEngagement,
  decodeJoinEngagement,
  decodeSessionEndReason,
  words,
} from '../../../protocol/axp/index.ts';
import type { Office } from '../core/office.ts';
import { readQuery, splitAction, wholeNumber } from '../http/path.ts';
import { notFound } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';
import {
  createEngagement,
  disconnectEngagement,
  getEngagement,
  joinEngagement,
  listEngagements,
} from './chatEngagements.ts';
import { listChatMessages, sendChatMessage } from './chatMessages.ts';
import { createSession, deleteSession, getSession, updateSession } from './chatSessions.ts';

const listQuery = decode.object({ sessionId: words.uuid });
const deleteQuery = decode.object({
  reason: decode.withDefault(decodeSessionEndReason, 'USER_CLOSED'),
});
const pageQuery = decode.object({
  dialogId: words.uuid,
  sessionId: words.uuid,
  pageSize: decode.withDefault(wholeNumber({ min: 1, max: AXP_LIMITS.pageSize }), AXP_LIMITS.pageSizeDefault),
  pageNumber: decode.withDefault(wholeNumber({ min: 1, max: 1_000_000 }), 1),
});

/** Custom Chat, below `/api/digital/channel/v1/accounts/{accountId}`. */
export function chatRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });

  routes.post('/sessions', async (c) =>
    c.json(await createSession(office, await readJson(c.req.raw, decodeCreateSession)), 201),
  );
  routes.get('/sessions/:sessionId', async (c) => c.json(await getSession(office, c.req.param('sessionId'))));
  routes.delete('/sessions/:sessionId', async (c) => {
    readQuery(c.req.query(), deleteQuery);
    await deleteSession(office, c.req.param('sessionId'));
    return c.body(null, 204);
  });
  routes.post('/sessions/:target', async (c) => {
    const { id, action } = splitAction(c.req.param('target'));
    if (action === 'appendIdentifiers') {
      const identifiers = await readJson(c.req.raw, words.identifiers);
      return c.json(await updateSession(office, id, { identifiers }));
    }
    if (action === 'updateSessionParameters') {
      const parameters = await readJson(c.req.raw, words.parameters);
      return c.json(await updateSession(office, id, { parameters }));
    }
    throw notFound('action');
  });

  routes.post('/engagements', async (c) =>
    c.json(await createEngagement(office, await readJson(c.req.raw, decodeCreateEngagement)), 201),
  );
  routes.get('/engagements', async (c) => {
    const { sessionId } = readQuery(c.req.query(), listQuery);
    return c.json(await listEngagements(office, sessionId));
  });
  routes.get('/engagements/:engagementId', async (c) =>
    c.json(await getEngagement(office, c.req.param('engagementId'))),
  );
  routes.post('/engagements/:target', async (c) => {
    const { id, action } = splitAction(c.req.param('target'));
    if (action === 'disconnect') {
      const body = await readJson(c.req.raw, decodeDisconnectEngagement);
      return c.json(await disconnectEngagement(office, id, body));
    }
    if (action === 'join')
      return c.json(await joinEngagement(office, id, await readJson(c.req.raw, decodeJoinEngagement)));
    throw notFound('action');
  });
  routes.get('/engagements/:engagementId/messages', async (c) => {
    const query = readQuery(c.req.query(), pageQuery);
    return c.json(await listChatMessages(office, c.req.param('engagementId'), query));
  });
  routes.post('/engagements/:engagementId/messages', async (c) => {
    const body = await readJson(c.req.raw, decodeChatSend);
    return c.json(await sendChatMessage(office, c.req.param('engagementId'), body), 202);
  });
  return routes;
}
