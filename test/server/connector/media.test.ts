import { afterEach, expect, test } from 'vitest';
import { decodeAttachment, routes, type Attachment } from '../../../src/protocol/index.ts';
import { CONNECTOR, createKit, stopAll, type Person } from './kit.ts';

afterEach(stopAll);

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]);

async function begun() {
  const kit = await createKit();
  const person = await kit.person();
  await person.begin();
  return { kit, person, id: person.engagementId() };
}

async function upload(person: Person, name: string, bytes = PNG): Promise<Attachment> {
  const path = `${routes.attachments(person.session().sessionId)}?name=${encodeURIComponent(name)}`;
  const answer = await person.call('POST', path, bytes, { 'content-type': 'application/octet-stream' });
  const decoded = decodeAttachment(answer.body);
  if (!decoded.ok) throw new Error(JSON.stringify(answer.body));
  return decoded.value;
}

test('a picture goes up, along with a message, and comes down whole from a signed address', async () => {
  const { kit, person, id } = await begun();
  const picture = await upload(person, 'holiday.png');
  expect(picture).toMatchObject({ name: 'holiday.png', sizeBytes: PNG.length, contentType: 'image/png' });
  const body = { type: 'files', text: 'look', attachmentIds: [picture.attachmentId] };
  expect((await person.send(id, body)).status).toBe(202);
  await kit.settle();
  const sent = kit.seen.find((call) => call.path.endsWith('/messages'))?.body;
  expect(sent).toMatchObject({
    body: { elementType: 'image' },
    attachments: [{ attachmentId: expect.any(String) }],
  });
  const { entries } = await person.history(id);
  const own = entries.find((entry) => entry.type === 'MESSAGE_ACCEPTED');
  const shown =
    own?.type === 'MESSAGE_ACCEPTED' && own.message.body.type === 'files' ? own.message.body.attachments : [];
  expect(shown).toMatchObject([{ attachmentId: picture.attachmentId, name: 'holiday.png' }]);
  const down = await kit.fetch(new Request(CONNECTOR + (shown[0]?.url ?? '')));
  expect(new Uint8Array(await down.arrayBuffer())).toEqual(PNG);
  expect(down.headers.get('content-type')).toBe('image/png');
  expect(down.headers.get('x-content-type-options')).toBe('nosniff');
  expect(down.headers.get('content-security-policy')).toContain('sandbox');
  expect(down.headers.get('content-disposition')).toMatch(/^inline/);
});

test('anything but pictures, sound and film is only ever saved', async () => {
  const { kit, person } = await begun();
  const file = await upload(person, 'invoice "42".pdf');
  const down = await kit.fetch(new Request(CONNECTOR + file.url));
  expect(down.headers.get('content-disposition')).toMatch(/^attachment; filename="invoice _42_.pdf"/);
  expect(down.headers.get('content-type')).toBe('application/pdf');
});

test('a changed or expired address is refused', async () => {
  const { kit, person } = await begun();
  const file = await upload(person, 'a.png');
  const other = await upload(person, 'b.png', Uint8Array.from([1]));
  const swapped = file.url.replace(file.attachmentId, other.attachmentId);
  for (const url of [swapped, `${file.url}0`, file.url.replace('expires=1', 'expires=2')]) {
    expect((await kit.fetch(new Request(CONNECTOR + url))).status).toBe(403);
  }
  for (let hour = 0; hour < 26; hour++) await kit.settle(3_600_000);
  expect((await kit.fetch(new Request(CONNECTOR + file.url))).status).toBe(403);
});

test("somebody else's file cannot be sent", async () => {
  const { kit, person } = await begun();
  const file = await upload(person, 'a.png');
  const thief = await kit.person({ sub: 'guest-2' });
  await thief.begin();
  const body = { type: 'files', text: '', attachmentIds: [file.attachmentId] };
  expect((await thief.send(thief.engagementId(), body)).body.code).toBe('not-found');
});

test("a file of the agent's arrives with an address of ours", async () => {
  const { kit, person, id } = await begun();
  const file = await upload(person, 'stored.png');
  await person.send(id, { type: 'files', text: '', attachmentIds: [file.attachmentId] });
  await kit.settle();
  const mediaId = kit.seen.find((call) => call.path.endsWith('/messages'))?.body.attachments[0].attachmentId;
  await kit.hook({
    eventType: 'MESSAGES', accountId: 'ABCDEF', eventDate: '2026-01-01T00:00:09Z', messageId: 'm-1', dialogId: 'd', engagementId: 'e',
    channelProviderId: kit.ids.messagingElement, providerDialogId: id, senderParticipantType: 'AGENT', senderParticipantId: 'a',
    body: { elementType: 'image', elementText: { text: 'here', textFormat: 'PLAINTEXT' } },
    attachments: [{ attachmentId: mediaId, name: 'theirs.png', contentType: 'image/png', size: 11, url: '/v1/media/x?ttl=1&signature=2' }],
  }); // prettier-ignore
  const arrived = (await person.history(id)).entries.at(-1);
  const files =
    arrived?.type === 'MESSAGE_ARRIVED' && arrived.message.body.type === 'files'
      ? arrived.message.body.attachments
      : [];
  expect(files[0]?.url).toMatch(/^\/chat\/v1\/media\/.+signature=[0-9a-f]{64}$/);
  const down = await kit.fetch(new Request(CONNECTOR + (files[0]?.url ?? '')));
  expect(new Uint8Array(await down.arrayBuffer())).toEqual(PNG);
});
