import { afterEach, expect, test } from 'vitest';
import { createKit, openChat, sendText, stopAll, CHAT, textBody } from './kit.ts';

afterEach(stopAll);

test('a customer writes, the greeter answers, a person takes over and both see everything in order', async () => {
  const kit = await createKit({ bot: true });
  const ada = await kit.agent('ada');
  const sent = await sendText(kit, 'hello', { providerMessageId: 'mine-1' });
  expect(sent.status).toBe(200);
  await kit.settle();
  expect(kit.callbacks.map((one) => one.eventType)).toEqual([
    'ENGAGEMENT_CREATED',
    'PARTICIPANT_ADDED',
    'MESSAGES',
    'PARTICIPANT_ADDED',
    'MESSAGES',
    'MESSAGES',
  ]);
  expect(kit.callbacks[2]).toMatchObject({
    status: 'DELIVERED',
    providerMessageId: 'mine-1',
    messageId: sent.body.messageId,
    senderParticipantType: 'CUSTOMER',
    sessionId: null,
  });
  expect(kit.callbacks[4].body.richMediaPayload.actions).toHaveLength(3);
  expect(kit.callbacks[5].body.richMediaPayload.items).toHaveLength(3);

  await sendText(kit, 'x', {
    body: {
      elementType: 'reply',
      elementText: { text: '' },
      richMediaPayload: {
        selectedAction: { type: 'reply', text: 'Talk to a person', payload: 'TALK_TO_PERSON' },
      },
    },
  });
  const snapshot = (await ada('GET', '/snapshot')).body;
  expect(snapshot.alerts).toHaveLength(1);
  const { id } = snapshot.alerts[0].engagement;
  const accepted = await ada('POST', `/alerts/${id}/accept`);
  expect(accepted.status).toBe(200);
  expect(accepted.body.messages.at(-2).content).toMatchObject({ kind: 'choice', payload: 'TALK_TO_PERSON' });

  const said = await ada('POST', `/engagements/${id}/messages`, {
    clientMessageId: 'a1',
    content: { kind: 'text', text: 'Hi, Ada here' },
  });
  expect(said.status).toBe(201);
  await kit.settle();
  expect(kit.callbacks.at(-1)).toMatchObject({ eventType: 'MESSAGES', senderParticipantType: 'AGENT' });
  await ada('POST', `/engagements/${id}/end`);
  await kit.settle();
  expect(kit.callbacks.slice(-2).map((one) => [one.eventType, one.participantType])).toEqual([
    ['PARTICIPANT_DISCONNECTED', 'AGENT'],
    ['PARTICIPANT_DISCONNECTED', 'CUSTOMER'],
  ]);
});

test('a chat engagement starts PENDING, becomes ACTIVE with the agent and ends with the customer', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { sessionId, engagementId, dialogId, engagement } = await openChat(kit);
  expect(engagement.body.dialogs[0].dialogStatus).toBe('PENDING');
  const sent = await kit.api('POST', `${CHAT}/engagements/${engagementId}/messages`, {
    sessionId,
    dialogId,
    providerMessageId: 'p1',
    body: textBody('hi'),
  });
  expect(sent.status).toBe(202);
  expect(sent.body).toMatchObject({ status: 'SENT', providerMessageId: 'p1' });
  expect(sent.body.messageId).toBeUndefined();
  await ada('POST', `/alerts/${dialogId}/accept`);
  const active = await kit.api('GET', `${CHAT}/engagements/${engagementId}`);
  expect(active.body.dialogs[0].dialogStatus).toBe('ACTIVE');
  const gone = await kit.api('POST', `${CHAT}/engagements/${engagementId}:disconnect`, {
    sessionId,
    dialogId,
  });
  expect(gone.status).toBe(200);
  const card = await ada('GET', `/engagements/${dialogId}`);
  expect(card.body.engagement).toMatchObject({ phase: 'closed', endedBy: 'customer' });
});
