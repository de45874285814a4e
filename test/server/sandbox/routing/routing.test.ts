import { afterEach, expect, test } from 'vitest';
import { createKit, openChat, sendText, stopAll } from '../kit.ts';
import type { Kit, Loose } from '../kit.ts';

afterEach(stopAll);

const START_SECONDS = 20;
const systemTexts = (kit: Kit) =>
  kit.callbacks
    .filter((one) => one.eventType === 'MESSAGES' && one.senderParticipantType === 'SYSTEM')
    .map((one) => one.body.elementText.text);
type Agent = Awaited<ReturnType<Kit['agent']>>;
const alerts = async (agent: Agent): Promise<string[]> =>
  (await agent('GET', '/snapshot')).body.alerts.map((one: Loose) => one.engagement.id);

async function change(kit: Kit, more: Record<string, unknown>, id = kit.ids.messaging): Promise<void> {
  const integration = (await kit.admin('GET', `/integrations/${id}`)).body;
  expect((await kit.admin('PUT', `/integrations/${id}`, { ...integration, ...more })).status).toBe(200);
}

test('an unanswered alert goes to the next agent after its time, and on to the first again', async () => {
  const kit = await createKit();
  const agents = [await kit.agent('ada'), await kit.agent('ben')] as const;
  const { dialogId } = (await sendText(kit, 'hi')).body;
  const holders = async () => Promise.all(agents.map(async (agent) => (await alerts(agent)).length));
  const first = await holders();
  expect(new Set(first)).toEqual(new Set([0, 1]));
  await kit.settle((START_SECONDS - 1) * 1000);
  expect(await holders()).toEqual(first);
  await kit.settle(1000);
  expect(await holders()).toEqual(first.toReversed());
  await kit.settle(START_SECONDS * 1000);
  expect(await holders()).toEqual(first);
  const late = agents[first[0] === 1 ? 1 : 0];
  expect((await late('POST', `/alerts/${dialogId}/accept`)).status).toBe(409);
});

test('a declined alert goes on at once', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  const ben = await kit.agent('ben');
  expect((await ada('POST', `/alerts/${dialogId}/decline`)).status).toBe(204);
  expect(await alerts(ada)).toEqual([]);
  expect(await alerts(ben)).toEqual([dialogId]);
});

test('the longest waiting is rung for first, and an agent takes no more than their capacity', async () => {
  const kit = await createKit();
  const id = kit.ids.agents['ada'];
  await kit.admin('PUT', `/agents/${id}`, { user: 'ada', name: 'Ada', capacity: 1 });
  const first = (await sendText(kit, '1', { providerDialogId: 'd-1' })).body.dialogId;
  await kit.settle(1000);
  const second = (await sendText(kit, '2', { providerDialogId: 'd-2' })).body.dialogId;
  const ada = await kit.agent('ada');
  expect(await alerts(ada)).toEqual([first]);
  await ada('POST', `/alerts/${first}/accept`);
  expect(await alerts(ada)).toEqual([]);
  await ada('POST', `/engagements/${first}/end`);
  expect(await alerts(ada)).toEqual([second]);
});

test('with nobody signed in the customer is told so; with everybody busy, their place', async () => {
  const kit = await createKit();
  await sendText(kit, '1', { providerDialogId: 'd-1' });
  await kit.settle();
  expect(systemTexts(kit)).toEqual([expect.stringMatching(/Nobody is at the desk/)]);
  const ada = await kit.agent('ada');
  await ada('PUT', '/state', { state: 'away' });
  await sendText(kit, '2', { providerDialogId: 'd-2' });
  await kit.settle();
  expect(systemTexts(kit).at(-1)).toMatch(/number 2 in the queue/);
});

test('out of hours the customer is told so, and is served when somebody is there', async () => {
  const kit = await createKit();
  await change(kit, { hours: { timeZone: 'UTC', spans: [{ day: 'mon', from: '09:00', to: '17:00' }] } });
  await sendText(kit, 'thursday'); // the simulated clock starts on Thursday, 2026-01-01
  await kit.settle();
  expect(systemTexts(kit)).toEqual([expect.stringMatching(/closed/)]);
});

test('required attributes and the first matching rule choose the agent, on session and engagement parameters together', async () => {
  const kit = await createKit();
  const rule = { when: { page: 'vip', basket: 'big' }, requiredAttributes: ['gold'] };
  await change(kit, { rules: [rule] }, kit.ids.chat);
  const id = kit.ids.agents['ben'];
  await kit.admin('PUT', `/agents/${id}`, { user: 'ben', name: 'Ben', attributes: ['gold'] });
  const ada = await kit.agent('ada');
  const ben = await kit.agent('ben');
  const session = { sessionParameters: { page: 'vip', basket: 'small' } };
  const plain = await openChat(kit, session);
  const gold = await openChat(kit, { sessionParameters: { page: 'vip', basket: 'big' } });
  expect(await alerts(ben)).toContain(gold.dialogId);
  expect(await alerts(ada)).not.toContain(gold.dialogId);
  expect([...(await alerts(ada)), ...(await alerts(ben))]).toContain(plain.dialogId);
});

test('a rule sends the customer to another integration’s queue', async () => {
  const kit = await createKit();
  await change(kit, { rules: [{ when: { topic: 'chat' }, queueId: kit.ids.chat }] });
  await sendText(kit, 'hi', { engagementParameters: { topic: 'chat' } });
  const ada = await kit.agent('ada');
  expect((await ada('GET', '/snapshot')).body.queue).toMatchObject([
    { queueId: kit.ids.chat, position: 1, alerting: true },
  ]);
});

test('signing out returns engagements to the queue and withdraws alerts', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const one = (await sendText(kit, '1', { providerDialogId: 'd-1' })).body.dialogId;
  await ada('POST', `/alerts/${one}/accept`);
  const two = (await sendText(kit, '2', { providerDialogId: 'd-2' })).body.dialogId;
  expect((await ada('POST', '/sign-out')).status).toBe(204);
  expect((await ada('GET', '/snapshot')).status).toBe(401);
  const ben = await kit.agent('ben');
  expect(new Set(await alerts(ben))).toEqual(new Set([one, two]));
  await kit.settle();
  expect(kit.callbacks).toContainEqual(
    expect.objectContaining({
      eventType: 'PARTICIPANT_DISCONNECTED',
      participantType: 'AGENT',
      dialogId: one,
    }),
  );
});

test('away takes the alert on to the next', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  const ben = await kit.agent('ben');
  expect((await ada('PUT', '/state', { state: 'away' })).body.state).toBe('away');
  expect(await alerts(ben)).toEqual([dialogId]);
});

test('a transfer to an agent rings there and nowhere else; let pass, it is everybody’s', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  const to = { kind: 'agent', agentId: kit.ids.agents['ben'] };
  expect((await ada('POST', `/engagements/${dialogId}/transfer`, { to })).status).toBe(409);
  const ben = await kit.agent('ben');
  expect((await ada('POST', `/engagements/${dialogId}/transfer`, { to })).status).toBe(204);
  const [alert] = (await ben('GET', '/snapshot')).body.alerts;
  expect(alert).toMatchObject({ transferredFrom: 'Ada', engagement: { id: dialogId } });
  await kit.settle(START_SECONDS * 1000);
  expect(await alerts(ada)).toEqual([dialogId]);
});

test('a transfer to a queue keeps the conversation and its transcript', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  await ada('PUT', '/state', { state: 'away' });
  const ben = await kit.agent('ben');
  const to = { kind: 'queue', queueId: kit.ids.chat };
  expect((await ada('POST', `/engagements/${dialogId}/transfer`, { to })).status).toBe(204);
  const accepted = await ben('POST', `/alerts/${dialogId}/accept`);
  expect(accepted.body.messages[0].content.text).toBe('hi');
  const unknown = { to: { kind: 'queue', queueId: 'nowhere' } };
  expect((await ben('POST', `/engagements/${dialogId}/transfer`, unknown)).status).toBe(400);
});

test('a customer who leaves takes the alert, or the card, off the desk', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  await sendText(kit, 'hi');
  const path = '/api/digital/custom-messaging/v1/accounts/{a}/provider-dialogs/dialog-1:disconnect';
  await kit.api('POST', path, {
    channelProviderId: kit.ids.messagingElement,
    businessAccountName: kit.ids.messaging,
  });
  expect(await alerts(ada)).toEqual([]);
});

test('a restart keeps queue, alerts with their end, engagements and transcripts', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const one = (await sendText(kit, '1', { providerDialogId: 'd-1' })).body.dialogId;
  await ada('POST', `/alerts/${one}/accept`);
  const two = (await sendText(kit, '2', { providerDialogId: 'd-2' })).body.dialogId;
  const next = await kit.restart();
  const again = await next.agent('ada');
  const snapshot = (await again('GET', '/snapshot')).body;
  expect(snapshot.engagements.map((card: Loose) => card.engagement.id)).toEqual([one]);
  expect(snapshot.alerts.map((alert: Loose) => alert.engagement.id)).toEqual([two]);
  const ben = await next.agent('ben');
  await next.settle(START_SECONDS * 1000);
  expect(await alerts(ben)).toEqual([two]);
});
