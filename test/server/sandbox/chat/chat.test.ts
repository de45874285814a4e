import { afterEach, expect, test } from 'vitest';
import { decodeEngagement, decodeMessagePage, decodeSession } from '../../../../src/protocol/axp/index.ts';
import { CHAT, createKit, openChat, stopAll, textBody } from '../kit.ts';
import type { Loose } from '../kit.ts';

afterEach(stopAll);

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

test('a session is made, read, given identifiers and parameters, and ended', async () => {
  const kit = await createKit();
  const { sessionId, session } = await openChat(kit, {
    sessionParameters: { page: 'home' },
    correlationId: 'corr-1',
  });
  expect(session.status).toBe(201);
  expect(session.body).toMatchObject({
    sessionStatus: 'ACTIVE',
    accountId: 'ABCDEF',
    correlationId: 'corr-1',
    displayName: 'Cleo',
  });
  expect(session.body.participantId).toMatch(/-/);
  expect(decodeSession(session.body).ok).toBe(true);
  const path = `${CHAT}/sessions/${sessionId}`;
  const parameters = await kit.api('POST', `${path}:updateSessionParameters`, { basket: '3' });
  expect(parameters.status).toBe(200);
  expect(parameters.body.sessionParameters).toEqual({ page: 'home', basket: '3' });
  await kit.api('POST', `${path}:appendIdentifiers`, { emailAddresses: ['a@x.org'] });
  const appended = await kit.api('POST', `${path}:appendIdentifiers`, { emailAddresses: ['b@x.org'] });
  expect(appended.body.customerIdentifiers).toEqual({ emailAddresses: ['a@x.org', 'b@x.org'] });
  expect((await kit.api('DELETE', `${path}?reason=USER_CLOSED`)).status).toBe(204);
  const ended = await kit.api('GET', path);
  expect(ended).toMatchObject({ status: 200, body: { sessionStatus: 'TERMINATED' } });
  const late = await kit.api('POST', `${CHAT}/engagements`, { sessionId, channelId: 'Chat' });
  expect(late.body.violations).toMatchObject([{ field: 'sessionId', code: 20007 }]);
});

test('limits hold for what is merged, not only for what is sent', async () => {
  const kit = await createKit();
  const many = (from: number) =>
    Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`k${from + at}`, 'v']));
  const { sessionId } = await openChat(kit, { sessionParameters: many(0) });
  const answer = await kit.api('POST', `${CHAT}/sessions/${sessionId}:updateSessionParameters`, many(15));
  expect(answer.status).toBe(400);
  expect(answer.body.violations[0]).toMatchObject({ field: 'sessionParameters', code: 20004 });
});

test('an engagement starts PENDING with its customer connected; a second one is a new dialog in it', async () => {
  const kit = await createKit();
  const { sessionId, engagementId, engagement } = await openChat(kit);
  expect(engagement.status).toBe(201);
  expect(decodeEngagement(engagement.body).ok).toBe(true);
  expect(engagement.body.dialogs[0]).toMatchObject({
    channelId: 'Chat',
    dialogStatus: 'PENDING',
    connections: [{ participantType: 'CUSTOMER', connectionState: 'CONNECTED', sessionIds: [sessionId] }],
  });
  const again = await kit.api('POST', `${CHAT}/engagements`, { sessionId, channelId: 'Chat' });
  expect(again.body.engagementId).toBe(engagementId);
  expect(again.body.dialogs).toHaveLength(2);
  const unknown = await kit.api('POST', `${CHAT}/engagements`, { sessionId: UNKNOWN, channelId: 'Chat' });
  expect(unknown.status).toBe(404);
  const list = await kit.api('GET', `${CHAT}/engagements?sessionId=${sessionId}`);
  expect(list.body.map((one: Loose) => one.engagementId)).toEqual([engagementId]);
});

test('after all dialogs of an engagement have ended, the next is an engagement of its own', async () => {
  const kit = await createKit();
  const { sessionId, engagementId, dialogId } = await openChat(kit);
  const body = { sessionId, dialogId, reason: 'done' };
  const gone = await kit.api('POST', `${CHAT}/engagements/${engagementId}:disconnect`, body);
  expect(gone).toMatchObject({ status: 200, body });
  expect((await kit.api('POST', `${CHAT}/engagements/${engagementId}:disconnect/`, body)).status).toBe(200);
  const next = await kit.api('POST', `${CHAT}/engagements`, { sessionId, channelId: 'Chat' });
  expect(next.body.engagementId).not.toBe(engagementId);
  const list = await kit.api('GET', `${CHAT}/engagements?sessionId=${sessionId}`);
  expect(list.body).toHaveLength(2);
});

test('messages are accepted with 202 and listed oldest first, page by page', async () => {
  const kit = await createKit();
  const { sessionId, engagementId, dialogId } = await openChat(kit);
  const messages = `${CHAT}/engagements/${engagementId}/messages`;
  for (let at = 1; at <= 5; at++) {
    const body = textBody(`m${at}`);
    const sent = await kit.api('POST', messages, { sessionId, dialogId, body, providerMessageId: `p${at}` });
    expect(sent).toMatchObject({ status: 202, body: { status: 'SENT', providerMessageId: `p${at}` } });
    expect(sent.body).not.toHaveProperty('messageId');
  }
  const query = `?sessionId=${sessionId}&dialogId=${dialogId}&pageSize=4`;
  const first = await kit.api('GET', messages + query);
  expect(decodeMessagePage(first.body).ok).toBe(true);
  expect(first.body.pagination).toEqual({ pageNumber: 1, pageSize: 4, total: 6 });
  expect(first.body.links.prev).toBe('');
  expect(first.body.links.next).toContain('pageNumber=2');
  const second = await kit.api('GET', `${messages}${query}&pageNumber=2`);
  expect(second.body.links.next).toBe('');
  const all = [...first.body.messages, ...second.body.messages];
  expect(all.map((one) => one.messageIndex)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(all.slice(1).map((one) => one.body.elementText.text)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
});

test('nobody writes into, joins, reads or ends another customer’s engagement', async () => {
  const kit = await createKit();
  const mine = await openChat(kit);
  const { sessionId } = await openChat(kit);
  const { engagementId, dialogId } = mine;
  const path = `${CHAT}/engagements/${engagementId}`;
  const both = { sessionId, dialogId };
  expect((await kit.api('POST', `${path}/messages`, { ...both, body: textBody('x') })).status).toBe(403);
  expect((await kit.api('POST', `${path}:join`, both)).status).toBe(403);
  expect((await kit.api('POST', `${path}:disconnect`, both)).status).toBe(403);
  const list = await kit.api('GET', `${path}/messages?sessionId=${sessionId}&dialogId=${dialogId}`);
  expect(list.status).toBe(403);
});

test('a second session of the same customer joins once the dialog is active', async () => {
  const kit = await createKit();
  const claim = {
    customerIdentifiers: { customerId: ['c-1'] },
    sessionParameters: { verifiedCustomer: 'true' },
  };
  const ada = await kit.agent('ada');
  const { engagementId, dialogId, sessionId: first } = await openChat(kit, claim);
  const session = { channelProviderId: kit.ids.chatElement, ...claim };
  const { sessionId } = (await kit.api('POST', `${CHAT}/sessions`, session)).body;
  const join = () => kit.api('POST', `${CHAT}/engagements/${engagementId}:join`, { sessionId, dialogId });
  expect((await join()).body.violations).toMatchObject([{ field: 'dialogId' }]);
  await ada('POST', `/alerts/${dialogId}/accept`);
  const joined = await join();
  expect(joined.status).toBe(200);
  expect(joined.body.dialogs[0].connections[0].sessionIds).toEqual([first, sessionId]);
});

test('a terminated dialog takes no more messages', async () => {
  const kit = await createKit();
  const { sessionId, engagementId, dialogId } = await openChat(kit);
  await kit.api('POST', `${CHAT}/engagements/${engagementId}:disconnect`, { sessionId, dialogId });
  const body = { sessionId, dialogId, body: textBody('late') };
  const late = await kit.api('POST', `${CHAT}/engagements/${engagementId}/messages`, body);
  expect(late.status).toBe(400);
  expect(late.body.violations).toMatchObject([{ field: 'dialogId', code: 20007 }]);
});
