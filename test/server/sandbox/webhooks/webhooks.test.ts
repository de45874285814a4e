import { afterEach, expect, test } from 'vitest';
import { CALLBACK, createKit, sendText, stopAll } from '../kit.ts';
import type { Kit } from '../kit.ts';

afterEach(stopAll);

const PATH = '/api/digital/webhook/v1/accounts/{a}/subscriptions';
const texts = (kit: Kit) =>
  kit.callbacks.filter((one) => one.eventType === 'MESSAGES').map((one) => one.body.elementText.text);

test('a subscription is made, listed by provider, read, replaced and deleted', async () => {
  const kit = await createKit();
  const input = {
    channelProviderId: kit.ids.messagingElement,
    callbackUrl: CALLBACK,
    eventTypes: ['MESSAGES'],
  };
  const made = await kit.api('POST', PATH, input);
  expect(made).toMatchObject({ status: 201, body: input });
  const one = `${PATH}/${made.body.subscriptionId}`;
  const list = await kit.api('GET', `${PATH}?channelProviderId=${kit.ids.messagingElement}`);
  expect(list.body).toHaveLength(2);
  expect((await kit.api('GET', one)).body).toEqual(made.body);
  const put = await kit.api('PUT', one, { ...input, eventTypes: ['TYPING'] });
  expect(put).toMatchObject({ status: 200, body: { eventTypes: ['TYPING'] } });
  expect((await kit.api('DELETE', one)).status).toBe(204);
  expect((await kit.api('GET', one)).status).toBe(404);
});

test('a refused callback is sent again, and what came after it waits', async () => {
  const kit = await createKit();
  let refusals = 3;
  kit.receiver = () => new Response(null, { status: refusals-- > 0 ? 503 : 200 });
  await sendText(kit, 'one');
  await sendText(kit, 'two');
  await kit.settle();
  expect(kit.callbacks).toEqual([]);
  for (let turn = 0; turn < 5; turn++) await kit.settle(31_000);
  expect(kit.callbacks[0].eventType).toBe('ENGAGEMENT_CREATED');
  expect(texts(kit).filter((text) => text === 'one' || text === 'two')).toEqual(['one', 'two']);
});

test('an answer later than five seconds counts as none', async () => {
  const kit = await createKit();
  let calls = 0;
  kit.receiver = () => (++calls === 1 ? new Promise<Response>(() => undefined) : new Response());
  await sendText(kit, 'one');
  await kit.settle(4900);
  expect(calls).toBe(1);
  await kit.settle(200);
  await kit.settle(1000);
  expect(calls).toBeGreaterThan(1);
  expect(texts(kit)).toContain('one');
});

test('a receiver that is down for one engagement’s callback does not hold up another’s', async () => {
  const kit = await createKit();
  kit.receiver = (body) => new Response(null, { status: body.providerDialogId === 'd-bad' ? 500 : 200 });
  await sendText(kit, 'stuck', { providerDialogId: 'd-bad' });
  await sendText(kit, 'fine', { providerDialogId: 'd-good' });
  await kit.settle();
  expect(texts(kit)).toContain('fine');
  expect(texts(kit)).not.toContain('stuck');
});

test('filters: each subscription gets its event types only', async () => {
  const kit = await createKit();
  for (const one of (await kit.api('GET', PATH)).body)
    await kit.api('DELETE', `${PATH}/${one.subscriptionId}`);
  const got: Record<string, string[]> = {};
  kit.receiver = (body, request) => {
    (got[new URL(request.url).pathname] ??= []).push(`${body.eventType} ${body.senderParticipantType ?? ''}`);
    return new Response();
  };
  for (const eventType of ['CUSTOMER_MESSAGES', 'CC_MESSAGES', 'MESSAGES', 'PARTICIPANT_ADDED'])
    await kit.api('POST', PATH, {
      channelProviderId: kit.ids.messagingElement,
      callbackUrl: `https://connector.test/${eventType}`,
      eventTypes: [eventType],
    });
  await sendText(kit, 'one');
  await kit.settle();
  expect(got['/CUSTOMER_MESSAGES']).toEqual(['MESSAGES CUSTOMER']);
  expect(got['/CC_MESSAGES']).toEqual(['MESSAGES SYSTEM']);
  expect(got['/MESSAGES']?.toSorted()).toEqual(['MESSAGES CUSTOMER', 'MESSAGES SYSTEM']);
  expect(got['/PARTICIPANT_ADDED']).toEqual(['PARTICIPANT_ADDED ']);
});

test('callbacks that were not taken before a restart are taken after it, in order, none lost', async () => {
  const kit = await createKit();
  kit.receiver = () => new Response(null, { status: 503 });
  await sendText(kit, 'one');
  await sendText(kit, 'two');
  await kit.settle();
  const next = await kit.restart();
  await next.settle();
  expect(next.callbacks.map((one) => one.eventType).slice(0, 3)).toEqual([
    'ENGAGEMENT_CREATED',
    'PARTICIPANT_ADDED',
    'MESSAGES',
  ]);
  expect(texts(next).filter((text) => text === 'one' || text === 'two')).toEqual(['one', 'two']);
});

test('agents’ typing is sent once and never waits: a stuck engagement gets none', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  await kit.settle();
  expect((await ada('POST', `/engagements/${dialogId}/typing`)).status).toBe(204);
  await kit.settle();
  expect(kit.callbacks.at(-1)).toMatchObject({
    eventType: 'TYPING',
    senderParticipantType: 'AGENT',
    senderParticipantDisplayName: 'Ada',
    providerDialogId: 'dialog-1',
  });
  kit.receiver = () => new Response(null, { status: 503 });
  await sendText(kit, 'more');
  await kit.settle();
  kit.receiver = () => new Response();
  const before = kit.callbacks.length;
  await ada('POST', `/engagements/${dialogId}/typing`);
  await kit.settle();
  expect(kit.callbacks).toHaveLength(before);
});
