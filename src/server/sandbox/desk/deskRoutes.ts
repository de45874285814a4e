import { Hono } from 'hono';
import {
  decodeDeskRead,
  decodeDeskSend,
  decodeDeskState,
  decodeDeskTransfer,
  decodeSignIn,
  DESK_LIMITS,
} from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { badRequest } from '../http/problem.ts';
import { readForm, readJson } from '../http/readBody.ts';
import { createSignInLimit } from '../http/signInLimit.ts';
import { saveFile } from '../media/mediaStore.ts';
import { deskAttachment } from './contentOf.ts';
import {
  acceptAlert,
  agentReads,
  agentTypes,
  declineAlert,
  endEngagement,
  sendAgentMessage,
  transfer,
} from './deskActions.ts';
import { agentOf, setAgentState, signIn, signOut } from './deskSession.ts';
import type { EventStreams } from './eventStream.ts';
import { deskSnapshot, engagementDetails } from './snapshot.ts';
import { deskAgents } from './views.ts';

/** The agent API, below `/desk/v1`. */
export function deskRoutes(office: Office, streams: EventStreams): Hono {
  const routes = new Hono({ strict: false });
  const limit = createSignInLimit(office.clock);
  routes.post('/sign-in', async (c) =>
    c.json(await signIn(office, limit, await readJson(c.req.raw, decodeSignIn))),
  );
  routes.post('/sign-out', async (c) => {
    await signOut(office, (await agentOf(office, c.req.raw)).agentId);
    return c.body(null, 204);
  });
  routes.put('/state', async (c) => {
    const { agentId } = await agentOf(office, c.req.raw);
    const { state } = await readJson(c.req.raw, decodeDeskState);
    return c.json((await setAgentState(office, agentId, state)).view);
  });
  routes.get('/snapshot', async (c) =>
    c.json(await deskSnapshot(office, (await agentOf(office, c.req.raw)).agentId)),
  );
  routes.get('/agents', async (c) => {
    await agentOf(office, c.req.raw);
    return c.json(await office.read(deskAgents));
  });
  routes.get('/events', async (c) =>
    streams.open(await agentOf(office, c.req.raw), c.req.header('last-event-id')),
  );
  routes.post('/files', async (c) => {
    await agentOf(office, c.req.raw);
    const form = await readForm(c.req.raw, DESK_LIMITS.fileBytes + 64 * 1024);
    const file = form.get('file');
    if (file === null || typeof file === 'string')
      throw badRequest([{ path: 'file', message: 'must not be null', rule: 'missing' }]);
    const { mediaId, mediaName, mediaContentType, mediaSize } = await saveFile(office, file, 'file');
    const one = { attachmentId: mediaId, name: mediaName, contentType: mediaContentType, size: mediaSize };
    return c.json(await deskAttachment(office, one), 201);
  });
  engagementRoutes(office, routes);
  return routes;
}

function engagementRoutes(office: Office, routes: Hono): void {
  routes.post('/alerts/:id/accept', async (c) =>
    c.json(await acceptAlert(office, await agentOf(office, c.req.raw), c.req.param('id'))),
  );
  routes.post('/alerts/:id/decline', async (c) => {
    await declineAlert(office, await agentOf(office, c.req.raw), c.req.param('id'));
    return c.body(null, 204);
  });
  routes.get('/engagements/:id', async (c) => {
    await agentOf(office, c.req.raw);
    return c.json(await office.read((tx) => engagementDetails(office, tx, c.req.param('id'))));
  });
  routes.post('/engagements/:id/messages', async (c) => {
    const agent = await agentOf(office, c.req.raw);
    const body = await readJson(c.req.raw, decodeDeskSend);
    const { message, isNew } = await sendAgentMessage(office, agent, c.req.param('id'), body);
    return c.json(message, isNew ? 201 : 200);
  });
  routes.post('/engagements/:id/typing', async (c) => {
    await agentTypes(office, await agentOf(office, c.req.raw), c.req.param('id'));
    return c.body(null, 204);
  });
  routes.post('/engagements/:id/read', async (c) => {
    const agent = await agentOf(office, c.req.raw);
    const { messageId } = await readJson(c.req.raw, decodeDeskRead);
    await agentReads(office, agent, c.req.param('id'), messageId);
    return c.body(null, 204);
  });
  routes.post('/engagements/:id/transfer', async (c) => {
    const agent = await agentOf(office, c.req.raw);
    const to = await readJson(c.req.raw, decodeDeskTransfer);
    await transfer(office, agent, c.req.param('id'), to);
    return c.body(null, 204);
  });
  routes.post('/engagements/:id/end', async (c) => {
    await endEngagement(office, await agentOf(office, c.req.raw), c.req.param('id'));
    return c.body(null, 204);
  });
}
