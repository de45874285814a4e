import { afterEach, expect, test } from 'vitest';
import {
  decodeDeskEngagementDetails,
  decodeDeskEvent,
  decodeDeskSnapshot,
} from '../../../../src/protocol/desk/index.ts';
import type { DeskEvent } from '../../../../src/protocol/desk/index.ts';
import { BASE, CALLBACK, createKit, openChat, sendText, stopAll } from '../kit.ts';
import type { Kit, Loose } from '../kit.ts';

afterEach(stopAll);

/** A desk's stream, read frame by frame. */
async function listen(kit: Kit, user: string, lastEventId?: string, token?: string) {
  const signIn = { user, password: `${user}-password` };
  const authorization = token ?? `Bearer ${(await kit.call('POST', '/desk/v1/sign-in', signIn)).body.token}`;
  const response = await kit.app.fetch(
    new Request(`${BASE}/desk/v1/events`, {
      headers: { authorization, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    }),
  );
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.getReader();
  const events: DeskEvent[] = [];
  const ids: string[] = [];
  const state = { ended: false, beats: 0 };
  const decoder = new TextDecoder();
  void (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      for (const frame of decoder.decode(value).split('\n\n').filter(Boolean)) {
        if (frame.startsWith(':')) state.beats += 1;
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        const id = /^id: (.*)$/m.exec(frame)?.[1];
        if (data === undefined) continue;
        const decoded = decodeDeskEvent(JSON.parse(data));
        expect(decoded).toMatchObject({ ok: true });
        if (decoded.ok) events.push(decoded.value);
        if (id) ids.push(id);
      }
    }
    state.ended = true;
  })();
  await kit.settle();
  const agent = (method: string, path: string, body?: unknown) =>
    kit.call(method, `/desk/v1${path}`, body, { authorization });
  const hangUp = (): Promise<void> | undefined => reader?.cancel();
  return { events, ids, state, agent, hangUp, authorization, types: () => events.map((one) => one.type) };
}

test('a wrong password is refused, and after ten the user waits', async () => {
  const kit = await createKit();
  const attempt = (password: string) => kit.call('POST', '/desk/v1/sign-in', { user: 'ADA', password });
  for (let at = 0; at < 10; at++) expect((await attempt('wrong')).status).toBe(401);
  expect((await attempt('ada-password')).status).toBe(429);
  kit.clock.advance(5 * 60 * 1000);
  expect((await attempt('ada-password')).status).toBe(200);
  expect((await kit.call('GET', '/desk/v1/snapshot')).status).toBe(401);
});

test('snapshot and details can be read by the desk’s decoders', async () => {
  const kit = await createKit({ bot: true });
  const ada = await kit.agent('ada');
  await sendText(kit, 'hello');
  const { dialogId } = (await sendText(kit, 'a person')).body;
  const details = await ada('POST', `/alerts/${dialogId}/accept`);
  expect(decodeDeskEngagementDetails(details.body)).toMatchObject({ ok: true });
  expect(decodeDeskSnapshot((await ada('GET', '/snapshot')).body)).toMatchObject({ ok: true });
});

test('the stream opens with a snapshot and tells of alert, messages, presence and end', async () => {
  const kit = await createKit();
  const desk = await listen(kit, 'ada');
  expect(desk.types()[0]).toBe('snapshot');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await kit.settle();
  expect(desk.types()).toContain('alert');
  expect(desk.types()).toContain('queue-changed');
  await desk.agent('POST', `/alerts/${dialogId}/accept`);
  await sendText(kit, 'more');
  const words = { channelProviderId: kit.ids.messagingElement, businessAccountName: kit.ids.messaging };
  const dialogs = '/api/digital/custom-messaging/v1/accounts/{a}/provider-dialogs';
  await kit.api('POST', `${dialogs}/dialog-1:typing`, words);
  await kit.settle();
  expect(desk.events).toContainEqual(
    expect.objectContaining({
      type: 'message',
      message: expect.objectContaining({ content: expect.objectContaining({ text: 'more' }) }),
    }),
  );
  expect(desk.events).toContainEqual(expect.objectContaining({ type: 'typing', name: 'Cleo' }));
  await kit.api('POST', `${dialogs}/dialog-1:disconnect`, words);
  await kit.settle();
  const last = desk.events.findLast((one) => one.type === 'engagement-updated');
  expect(last).toMatchObject({ engagement: { phase: 'closed', endedBy: 'customer' } });
});

test('a desk that comes back by its cursor gets what it missed, and a snapshot when that is gone', async () => {
  const kit = await createKit();
  const desk = await listen(kit, 'ada');
  const cursor = desk.ids.at(-1) ?? '';
  await sendText(kit, 'hi');
  const back = await listen(kit, 'ada', cursor);
  expect(back.types()).toContain('alert');
  expect(back.types()).not.toContain('snapshot');
  const lost = await listen(kit, 'ada', 'elsewhere-1');
  expect(lost.types()[0]).toBe('snapshot');
});

test('the stream beats every 15 seconds, ends at sign-out, and is sent home when the server stops', async () => {
  const kit = await createKit();
  const ada = await listen(kit, 'ada');
  const ben = await listen(kit, 'ben');
  const before = ada.state.beats;
  await kit.settle(30_000);
  expect(ada.state.beats).toBe(before + 2);
  await ada.agent('POST', '/sign-out');
  await kit.settle();
  expect(ada.state.ended).toBe(true);
  await kit.app.stop();
  await kit.settle();
  expect(ben.events.at(-1)?.type).toBe('reconnect');
  expect(ben.state.ended).toBe(true);
  expect(kit.clock.pending).toBe(0);
});

test('an agent whose desk is gone for a minute is away, and ready again when it is back', async () => {
  const kit = await createKit();
  const ben = await kit.agent('ben');
  const desk = await listen(kit, 'ada');
  const stateOfAda = async () =>
    (await ben('GET', '/agents')).body.find((one: Loose) => one.user === 'ada').state;
  await desk.hangUp();
  await kit.settle(59_000);
  expect(await stateOfAda()).toBe('ready');
  await kit.settle(1000);
  expect(await stateOfAda()).toBe('away');
  await desk.agent('GET', '/snapshot');
  expect(await stateOfAda()).toBe('away');
  await listen(kit, 'ada', undefined, desk.authorization);
  await kit.settle();
  expect(await stateOfAda()).toBe('ready');
});

test('the same client message id makes one message', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  const body = { clientMessageId: 'a-1', content: { kind: 'text', text: 'hello' } };
  const first = await ada('POST', `/engagements/${dialogId}/messages`, body);
  const second = await ada('POST', `/engagements/${dialogId}/messages`, body);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.messageId).toBe(first.body.messageId);
});

test('quick replies, carousel, location request and files go out as the contact centre has them', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  const say = (clientMessageId: string, content: unknown) =>
    ada('POST', `/engagements/${dialogId}/messages`, { clientMessageId, content });
  const actions = [
    { type: 'reply', text: 'Yes', payload: 'YES' },
    { type: 'locationRequest', text: 'Where are you?' },
  ];
  const cards = [{ title: 'Small', actions: [{ type: 'postback', text: 'Take it', payload: 'S' }] }];
  expect((await say('1', { kind: 'text', text: 'Well?', actions })).status).toBe(201);
  expect((await say('2', { kind: 'text', text: 'Pick', cards })).status).toBe(201);
  const form = new FormData();
  form.append('file', new File(['img'], 'a.png', { type: 'image/png' }));
  const file = await ada('POST', '/files', form);
  expect(file.status).toBe(201);
  expect((await kit.call('GET', file.body.url)).body).toBe('img');
  const sent = await say('3', { kind: 'files', caption: 'see', attachmentIds: [file.body.attachmentId] });
  expect(sent.body.content.attachments).toHaveLength(1);
  await kit.settle();
  const [one, two, three] = kit.callbacks.slice(-3);
  expect(one.body.richMediaPayload.actions).toEqual(actions);
  expect(two.body.richMediaPayload.items).toEqual(cards);
  expect(three).toMatchObject({
    body: { elementType: 'image', elementText: { text: 'see' } },
    attachments: [{ name: 'a.png' }],
  });
  const link = [{ type: 'link', text: 'x', uri: 'http://plain.test' }];
  expect((await say('4', { kind: 'text', text: 'x', actions: link })).body.violations).toMatchObject([
    { field: 'content.actions[0].uri', code: 20006 },
  ]);
  expect((await say('5', { kind: 'files', attachmentIds: ['none'] })).status).toBe(400);
});

test('Chat carries plain text only', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = await openChat(kit);
  await ada('POST', `/alerts/${dialogId}/accept`);
  const content = { kind: 'text', text: 'x', actions: [{ type: 'reply', text: 'a', payload: 'b' }] };
  const path = `/engagements/${dialogId}/messages`;
  expect((await ada('POST', path, { clientMessageId: '1', content })).status).toBe(409);
});

test('what is not mine, or over, is read only', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  const ben = await kit.agent('ben');
  const path = `/engagements/${dialogId}`;
  const message = { clientMessageId: '1', content: { kind: 'text', text: 'x' } };
  expect((await ben('POST', `${path}/messages`, message)).status).toBe(409);
  expect((await ben('POST', `${path}/end`)).status).toBe(409);
  expect((await ben('POST', `${path}/typing`)).status).toBe(409);
  expect((await ben('GET', path)).status).toBe(200);
  await ada('POST', `${path}/end`);
  expect((await ada('POST', `${path}/messages`, message)).status).toBe(409);
  expect((await ada('GET', '/engagements/none')).status).toBe(404);
  expect((await ada('GET', '/snapshot')).body.history).toMatchObject([{ id: dialogId, endedBy: 'agent' }]);
});

test('presence and read marks come by the sandbox’s own calls, and the agent’s reading goes out', async () => {
  const kit = await createKit();
  const desk = await listen(kit, 'ada');
  const { dialogId, messageId } = (await sendText(kit, 'hi')).body;
  await desk.agent('POST', `/alerts/${dialogId}/accept`);
  const said = await desk.agent('POST', `/engagements/${dialogId}/messages`, {
    clientMessageId: '1',
    content: { kind: 'text', text: 'hello' },
  });
  const where = { channelProviderId: kit.ids.messagingElement, providerDialogId: 'dialog-1' };
  const own = '/api/x-sandbox/v1/accounts/{a}';
  expect((await kit.api('POST', `${own}/customer-presence`, { ...where, present: true })).status).toBe(204);
  expect((await kit.api('POST', `${own}/customer-presence`, { ...where, present: false })).status).toBe(204);
  const mark = { ...where, messageId: said.body.messageId };
  expect((await kit.api('POST', `${own}/read-marks`, mark)).status).toBe(204);
  expect((await kit.api('POST', `${own}/read-marks`, { ...where, messageId: 'none' })).status).toBe(404);
  expect((await kit.api('POST', `${own}/read-marks`, { ...mark, providerDialogId: undefined })).status).toBe(
    400,
  );
  const nobody = { ...where, providerDialogId: 'nobody', present: true };
  expect((await kit.api('POST', `${own}/customer-presence`, nobody)).status).toBe(404);
  expect((await desk.agent('POST', `/engagements/${dialogId}/read`, { messageId })).status).toBe(204);
  await kit.settle();
  const presence = desk.events.filter((one) => one.type === 'customer-presence');
  // Writing made them present already.
  expect(presence.map((one) => one.present)).toEqual([true, false]);
  expect(desk.types()).toContain('message-read');
  const details = (await desk.agent('GET', `/engagements/${dialogId}`)).body;
  expect(details.messages.at(-1).status).toBe('READ');
  expect(kit.callbacks.at(-1)).toMatchObject({ eventType: 'X_SANDBOX_READ', messageId });
  expect(CALLBACK).toMatch(/^https/);
});

test('the desk page is served under /desk, beside its API', async () => {
  const kit = await createKit({
    staticFiles: async (request) => new Response(new URL(request.url).pathname),
  });
  expect((await kit.call('GET', '/desk')).body).toBe('/desk');
  expect((await kit.call('GET', '/desk/assets/a.js')).body).toBe('/desk/assets/a.js');
  expect((await kit.call('GET', '/desk/v1/nothing')).status).toBe(404);
  expect((await kit.call('GET', '/healthz')).status).toBe(200);
});
