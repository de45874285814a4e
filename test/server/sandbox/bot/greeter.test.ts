import { afterEach, expect, test } from 'vitest';
import { CHAT, createKit, MESSAGES, messagingBody, openChat, sendText, stopAll, textBody } from '../kit.ts';
import type { Kit } from '../kit.ts';

afterEach(stopAll);

const botSays = (kit: Kit) =>
  kit.callbacks
    .filter((one) => one.eventType === 'MESSAGES' && one.senderParticipantType === 'BOT')
    .map((one) => one.body);
const press = (type: string, text: string, payload: string) => ({
  elementType: type,
  elementText: { text: '' },
  richMediaPayload: { selectedAction: { type, text, payload } },
});

test('the greeter speaks once, understands its buttons, and says when it does not understand', async () => {
  const kit = await createKit({ bot: true });
  await sendText(kit, 'hello');
  await kit.api(
    'POST',
    MESSAGES,
    messagingBody(kit, { body: press('reply', 'Opening hours', 'OPENING_HOURS') }),
  );
  await kit.api(
    'POST',
    MESSAGES,
    messagingBody(kit, { body: press('postback', 'How do I brew it?', 'COFFEE_SLATE') }),
  );
  await sendText(kit, 'blah');
  await kit.settle();
  const said = botSays(kit);
  expect(said).toHaveLength(5);
  expect(said[2].elementText.text).toMatch(/open Monday/);
  expect(said[3].elementText.text).toMatch(/Slate Hill/);
  expect(said[4].elementText.text).toMatch(/did not understand/);
  expect(kit.callbacks.filter((one) => one.participantType === 'BOT')).toHaveLength(1);
});

test.each(['I want a human!', 'AGENT', 'can I talk to a person?'])('"%s" hands over', async (text) => {
  const kit = await createKit({ bot: true });
  const ada = await kit.agent('ada');
  await sendText(kit, text);
  await kit.settle();
  expect(botSays(kit).at(-1).elementText.text).toMatch(/connecting you/);
  expect(kit.callbacks).toContainEqual(
    expect.objectContaining({ eventType: 'PARTICIPANT_DISCONNECTED', participantType: 'BOT' }),
  );
  expect((await ada('GET', '/snapshot')).body.alerts).toHaveLength(1);
});

test('on Chat the greeter keeps to plain text', async () => {
  const kit = await createKit({ bot: true });
  const { sessionId, engagementId, dialogId } = await openChat(kit);
  const path = `${CHAT}/engagements/${engagementId}/messages`;
  await kit.api('POST', path, { sessionId, dialogId, body: textBody('hello') });
  await kit.api('POST', path, { sessionId, dialogId, body: textBody('opening hours') });
  await kit.settle();
  expect(botSays(kit)).toHaveLength(2);
  for (const body of botSays(kit)) expect(body).not.toHaveProperty('richMediaPayload');
  expect(botSays(kit)[1].elementText.text).toMatch(/open Monday/);
});

test('an integration without the bot, and a silenced bot, go to the queue', async () => {
  const kit = await createKit({ bot: true });
  const path = `/integrations/${kit.ids.messaging}`;
  const integration = (await kit.admin('GET', path)).body;
  await kit.admin('PUT', path, { ...integration, workflow: 'queue-agent' });
  const ada = await kit.agent('ada');
  await sendText(kit, 'hello');
  expect((await ada('GET', '/snapshot')).body.alerts).toHaveLength(1);
  await kit.admin('PUT', path, integration);
  await sendText(kit, 'hello', { providerDialogId: 'dialog-2' });
  const next = await kit.restart({ bot: false });
  await sendText(next, 'again', { providerDialogId: 'dialog-2' });
  const again = await next.agent('ada');
  expect((await again('GET', '/snapshot')).body.alerts).toHaveLength(2);
});

test('the cards have pictures where a page can load them', async () => {
  const kit = await createKit({ bot: true, baseUrl: 'http://127.0.0.1:8080' });
  await sendText(kit, 'hello');
  await kit.settle();
  const { mediaUrl } = botSays(kit).at(-1).richMediaPayload.items[0];
  expect(mediaUrl).toBe('http://127.0.0.1:8080/greeter/morning.svg');
  const picture = await kit.call('GET', mediaUrl);
  expect(picture.status).toBe(200);
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect((await kit.call('GET', '/greeter/none.svg')).status).toBe(404);
  const nowhere = await createKit({ bot: true });
  await sendText(nowhere, 'hello');
  await nowhere.settle();
  expect(botSays(nowhere).at(-1).richMediaPayload.items[0]).not.toHaveProperty('mediaUrl');
});
