import { afterEach, expect, test } from 'vitest';
import { createKit, stopAll } from '../kit.ts';
import type { Kit } from '../kit.ts';

afterEach(stopAll);

const MEDIA = '/api/media-store/v1/accounts/{a}/media';

async function announce(kit: Kit, mediaSize = 3, mediaName = 'a.png') {
  const body = { mediaName, mediaContentType: 'image/png', mediaSize };
  return kit.api('POST', `${MEDIA}/signed-upload-uri`, body);
}

function form(text: string, field = 'mediaFile'): FormData {
  const made = new FormData();
  made.append(field, new File([text], 'a.png', { type: 'image/png' }));
  return made;
}

test('a file goes up by a signed link without a bearer and comes down by another', async () => {
  const kit = await createKit();
  const announced = await announce(kit);
  expect(announced).toMatchObject({ status: 200, body: { mediaName: 'a.png', mediaSize: 3 } });
  const { mediaId, uploadSignedUri } = announced.body;
  expect(uploadSignedUri).toMatch(/^https:\/\/centre\.test\/.*\?ttl=\d+&signature=[0-9a-f]{128}$/);
  const down = `${MEDIA}/${mediaId}/signed-download-uri`;
  expect((await kit.api('GET', down)).status).toBe(404);
  const uploaded = await kit.call('POST', uploadSignedUri, form('abc'));
  expect(uploaded).toMatchObject({ status: 202, body: { mediaId, mediaName: 'a.png' } });
  const link = (await kit.api('GET', down)).body.downloadSignedUri;
  expect(link).toMatch(/^\/v1\/media\//);
  const bytes = await kit.call('GET', `/api/media-store${link}`);
  expect(bytes).toMatchObject({ status: 200, body: 'abc' });
  expect(bytes.headers.get('x-content-type-options')).toBe('nosniff');
});

test('links are refused when they are changed, used for something else, or too old', async () => {
  const kit = await createKit();
  const { uploadSignedUri } = (await announce(kit)).body;
  const wrong = uploadSignedUri.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'));
  expect((await kit.call('POST', wrong, form('abc'))).status).toBe(403);
  expect((await kit.call('POST', uploadSignedUri.replace(/ttl=\d/, 'ttl=9'), form('abc'))).status).toBe(403);
  expect((await kit.call('GET', uploadSignedUri)).status).toBe(403);
  expect((await kit.call('POST', uploadSignedUri.split('?')[0], form('abc'))).status).toBe(403);
  kit.clock.advance(61 * 60 * 1000);
  expect((await kit.call('POST', uploadSignedUri, form('abc'))).status).toBe(403);
});

test('an upload wants the announced size and the right field', async () => {
  const kit = await createKit();
  const { uploadSignedUri } = (await announce(kit)).body;
  expect((await kit.call('POST', uploadSignedUri, form('abcd'))).body.violations).toMatchObject([
    { field: 'mediaFile', code: 20004 },
  ]);
  expect((await kit.call('POST', uploadSignedUri, form('abc', 'other'))).status).toBe(400);
  expect((await kit.call('POST', uploadSignedUri, 'abc')).status).toBe(415);
});

test('a hostile name loses its path and its control characters', async () => {
  const kit = await createKit();
  const { mediaId, uploadSignedUri } = (await announce(kit, 3, '../../etc/pass\u202ewd\u0000.png')).body;
  await kit.call('POST', uploadSignedUri, form('abc'));
  const { mediaName } = (await kit.api('GET', `${MEDIA}/${mediaId}/signed-download-uri`)).body;
  expect(mediaName).toBe('passwd.png');
});

test('a file of several chunks comes back whole, also after a restart', async () => {
  const kit = await createKit();
  const text = 'x'.repeat(500_000);
  const { mediaId, uploadSignedUri } = (await announce(kit, text.length)).body;
  await kit.call('POST', uploadSignedUri, form(text));
  const next = await kit.restart();
  const link = (await next.api('GET', `${MEDIA}/${mediaId}/signed-download-uri`)).body.downloadSignedUri;
  expect((await next.call('GET', `/api/media-store${link}`)).body).toBe(text);
});
