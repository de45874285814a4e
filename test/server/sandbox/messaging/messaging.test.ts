import { afterEach, expect, test } from 'vitest';
import { decodeCallback, decodeMessage } from '../../../../src/protocol/axp/index.ts';
import { createKit, MESSAGES, messagingBody, sendText, stopAll } from '../kit.ts';
import type { Loose } from '../kit.ts';

afterEach(stopAll);

const DIALOGS = '/api/digital/custom-messaging/v1/accounts/{a}/provider-dialogs';

test('the same provider dialog id is the same conversation, a blank one a new one each time', async () => {
  const kit = await createKit();
  const one = await sendText(kit, 'one');
  const two = await sendText(kit, 'two');
  expect(one.status).toBe(200);
  expect(decodeMessage(one.body).ok).toBe(true);
  expect(one.body).toMatchObject({
    status: 'SENT',
    senderParticipantType: 'CUSTOMER',
    channelId: 'Messaging',
  });
  expect(two.body.dialogId).toBe(one.body.dialogId);
  const blank = await sendText(kit, 'x', { providerDialogId: '' });
  const other = await sendText(kit, 'x', { providerDialogId: '' });
  expect(blank.body.dialogId).not.toBe(other.body.dialogId);
});

test('a message into an ended dialog opens a new engagement and dialog', async () => {
  const kit = await createKit();
  const one = await sendText(kit, 'one');
  const words = {
    channelProviderId: kit.ids.messagingElement,
    businessAccountName: kit.ids.messaging,
    reason: 'left',
  };
  const gone = await kit.api('POST', `${DIALOGS}/dialog-1:disconnect`, words);
  expect(gone).toMatchObject({ status: 200, body: { ...words, providerDialogId: 'dialog-1' } });
  const two = await sendText(kit, 'two');
  expect(two.body.dialogId).not.toBe(one.body.dialogId);
  expect(two.body.engagementId).not.toBe(one.body.engagementId);
  await kit.settle();
  const created = kit.callbacks.filter((body) => body.eventType === 'ENGAGEMENT_CREATED');
  expect(created.map((body) => body.providerDialogId)).toEqual(['dialog-1', 'dialog-1']);
});

test('every callback that goes out can be read by the connector’s decoder', async () => {
  const kit = await createKit({ bot: true });
  await sendText(kit, 'hello');
  await sendText(kit, 'a person please');
  await kit.api('POST', `${DIALOGS}/dialog-1:disconnect`, {
    channelProviderId: kit.ids.messagingElement,
    businessAccountName: kit.ids.messaging,
  });
  await kit.settle();
  expect(kit.callbacks.length).toBeGreaterThan(8);
  for (const body of kit.callbacks) expect(decodeCallback(body)).toMatchObject({ ok: true });
});

test('headers, custom data and the provider’s ids come back in the echo', async () => {
  const kit = await createKit();
  const more = {
    headers: { subject: 'Parcel', additionalHeaders: { a: 'b' } },
    customData: { k: 'v' },
    providerMessageId: 'p-1',
    providerParentMessageId: 'p-0',
    providerSenderId: 's-1',
    fallbackText: 'words',
    correlationId: 'corr-9',
  };
  expect((await sendText(kit, 'hi', more)).body).toMatchObject(more);
  await kit.settle();
  const echo = kit.callbacks.find((body) => body.senderParticipantType === 'CUSTOMER');
  expect(echo).toMatchObject({ ...more, status: 'DELIVERED' });
});

test('a choice, a location and files are kept as they were sent', async () => {
  const kit = await createKit();
  const form = new FormData();
  form.append('attachmentFiles', new File(['abc'], 'a.txt', { type: 'text/plain' }));
  const path = '/api/digital/custom-messaging/v1/accounts/{a}/attachments';
  const uploaded = await kit.api('POST', path, form);
  expect(uploaded).toMatchObject({
    status: 200,
    body: [{ name: 'a.txt', size: 3, contentType: 'text/plain' }],
  });
  const { attachmentId } = uploaded.body[0];
  const location = {
    elementType: 'location',
    elementText: { text: '' },
    richMediaPayload: { coordinates: { lat: 1.5, long: 2 }, location: { name: 'Home' } },
  };
  expect((await kit.api('POST', MESSAGES, messagingBody(kit, { body: location }))).body.body).toEqual(
    location,
  );
  const file = { elementType: 'file', elementText: { text: 'my file' } };
  const attachments = [{ attachmentId, contentId: 'c1' }];
  const sent = await kit.api('POST', MESSAGES, messagingBody(kit, { body: file, attachments }));
  expect(sent.body.attachments).toMatchObject([{ attachmentId, name: 'a.txt', contentId: 'c1' }]);
  await kit.settle();
  const url = kit.callbacks.at(-1).attachments[0].url;
  expect(url).toMatch(/^\/v1\/media\/.*signature=/);
  const bytes = await kit.call('GET', `/api/media-store${url}`);
  expect(bytes).toMatchObject({ status: 200, body: 'abc' });
});

test('the attachments call wants 1 to 25 files of a known type', async () => {
  const kit = await createKit();
  const path = '/api/digital/custom-messaging/v1/accounts/{a}/attachments';
  const form = (count: number, type = 'text/plain') => {
    const made = new FormData();
    for (let at = 0; at < count; at++) made.append('attachmentFiles', new File(['x'], `${at}`, { type }));
    return made;
  };
  expect((await kit.api('POST', path, form(0))).status).toBe(400);
  expect((await kit.api('POST', path, form(26))).body.violations).toMatchObject([{ code: 20004 }]);
  expect((await kit.api('POST', path, form(1, 'text/html'))).body.violations).toMatchObject([
    { code: 20005 },
  ]);
  expect((await kit.api('POST', path, { attachmentFiles: [] })).status).toBe(415);
});

test('typing is 204, reaches the agent in charge and leaves nothing behind', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi')).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  const before = (await ada('GET', '/snapshot')).body.cursor;
  const words = { channelProviderId: kit.ids.messagingElement, businessAccountName: kit.ids.messaging };
  expect((await kit.api('POST', `${DIALOGS}/dialog-1:typing`, words)).status).toBe(204);
  expect((await ada('GET', '/snapshot')).body.cursor).not.toBe(before);
});

test('a disabled integration accepts, then tells of the failed creation', async () => {
  const kit = await createKit();
  const path = `/integrations/${kit.ids.messaging}`;
  const integration = (await kit.admin('GET', path)).body;
  await kit.admin('PUT', path, { ...integration, enabled: false });
  expect((await sendText(kit, 'hi')).status).toBe(200);
  await kit.settle();
  const error = kit.callbacks.find((body) => body.eventType === 'ENGAGEMENT_ERROR');
  expect(error).toMatchObject({ type: 'ENGAGEMENT_CREATION_FAILED', providerDialogId: 'dialog-1' });
});

test('a verified customer is joined by id and by identifiers; a guest’s identifiers are ignored', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const verified = { engagementParameters: { verifiedCustomer: 'true' } };
  const email = { emailAddresses: ['cleo@example.org'] };
  const keyOf = async (more: Record<string, unknown>) => {
    const { dialogId } = (await sendText(kit, 'hi', more)).body;
    return (await ada('GET', `/engagements/${dialogId}`)).body.customer;
  };
  const one = await keyOf({
    providerDialogId: 'd-1',
    ...verified,
    customerIdentifiers: { customerId: ['c-1'], ...email },
  });
  const two = await keyOf({
    providerDialogId: 'd-2',
    ...verified,
    customerIdentifiers: { customerId: ['c-1'] },
  });
  const three = await keyOf({ providerDialogId: 'd-3', ...verified, customerIdentifiers: email });
  const guest = await keyOf({
    providerDialogId: 'd-4',
    customerIdentifiers: { customerId: ['c-1'], ...email },
  });
  expect(two.customerKey).toBe(one.customerKey);
  expect(three.customerKey).toBe(one.customerKey);
  expect(three).toMatchObject({ verified: true, customerId: 'c-1' });
  expect(three.past.map((card: Loose) => card.id)).toHaveLength(2);
  expect(guest.customerKey).not.toBe(one.customerKey);
  expect(guest).toMatchObject({ verified: false, identifiers: {}, past: [] });
});

test('a guest who signs in takes the conversation along', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const { dialogId } = (await sendText(kit, 'hi', { senderName: 'Guest' })).body;
  await ada('POST', `/alerts/${dialogId}/accept`);
  await sendText(kit, 'it is me', {
    engagementParameters: { verifiedCustomer: 'true' },
    customerIdentifiers: { customerId: ['c-9'] },
    senderName: 'Cleo',
  });
  const details = (await ada('GET', `/engagements/${dialogId}`)).body;
  expect(details.customer).toMatchObject({ verified: true, customerId: 'c-9', name: 'Cleo' });
});
