import { expect, test } from 'vitest';
import { decodeMessage, decodeMessagingCustomerBody } from '../../../src/protocol/axp/index.ts';
import { decodeBody, decodeOutgoingBody, type MessageBody } from '../../../src/protocol/index.ts';
import { fromAxpBody } from '../../../src/server/connector/upstream/fromAxpBody.ts';
import { htmlToText } from '../../../src/server/connector/upstream/htmlToText.ts';
import { toAxpBody } from '../../../src/server/connector/upstream/toAxpBody.ts';

const said = (text: string, textFormat = 'PLAINTEXT') => ({ text, textFormat });
const link = { type: 'link', text: 'Hours', uri: 'https://shop.test/hours' };

/** From the contact centre: its `body` and what the page gets. */
const ARRIVING: readonly { what: string; body: object; page: MessageBody | object }[] = [
  { what: 'text', body: { elementType: 'text', elementText: said('Hi') }, page: { type: 'text', text: 'Hi', format: 'plain' } },
  { what: 'markdown', body: { elementType: 'text', elementText: said('*Hi*', 'MARKDOWN') }, page: { type: 'text', text: '*Hi*', format: 'markdown' } },
  { what: 'HTML, made plain', body: { elementType: 'text', elementText: said('<p>Hi <b>you</b></p><script>alert(1)</script>', 'HTML') }, page: { type: 'text', text: 'Hi you', format: 'plain' } },
  {
    what: 'buttons', body: { elementType: 'text', elementText: said('Choose'), richMediaPayload: { actions: [{ type: 'postback', text: 'Track', payload: 'T' }, link, { type: 'locationRequest', text: 'Where?' }] } },
    page: { type: 'text', text: 'Choose', format: 'plain', actions: [{ type: 'postback', text: 'Track', payload: 'T' }, link, { type: 'locationRequest', text: 'Where?' }] },
  },
  {
    what: 'buttons nested inside the text, as one published example has them', body: { elementType: 'text', elementText: { ...said('Choose'), richMediaPayload: { actions: [link] } } },
    page: { type: 'text', text: 'Choose', format: 'plain', actions: [link] },
  },
  { what: 'a link that leads nowhere safe is left out', body: { elementType: 'text', elementText: said('x'), richMediaPayload: { actions: [{ ...link, uri: 'javascript:alert(1)' }] } }, page: { type: 'text', text: 'x', format: 'plain' } },
  {
    what: 'quick replies', body: { elementType: 'text', elementText: said('Rate'), richMediaPayload: { actions: [{ type: 'reply', text: 'Bad', payload: '1', iconUrl: 'https://shop.test/1.png' }] } },
    page: { type: 'text', text: 'Rate', format: 'plain', actions: [{ type: 'reply', text: 'Bad', payload: '1', iconUrl: 'https://shop.test/1.png' }] },
  },
  {
    what: 'a carousel by either name', body: { elementType: 'carousel', elementText: said('Plans'), richMediaPayload: { items: [{ title: 'Small', description: '5 GB', mediaUrl: 'https://shop.test/s.png', actions: [link] }] } },
    page: { type: 'carousel', text: 'Plans', items: [{ title: 'Small', description: '5 GB', mediaUrl: 'https://shop.test/s.png', actions: [link] }] },
  },
  {
    what: 'a place', body: { elementType: 'location', elementText: said('Branch'), richMediaPayload: { coordinates: { lat: 48.1, long: 11.5 }, location: { name: 'Seven', address: 'Street 1' } } },
    page: { type: 'location', text: 'Branch', latitude: 48.1, longitude: 11.5, name: 'Seven', address: 'Street 1' },
  },
  { what: 'a choice made elsewhere', body: { elementType: 'reply', elementText: said(''), richMediaPayload: { selectedAction: { type: 'reply', text: 'Yes', payload: 'Y' } } }, page: { type: 'choice', action: 'reply', text: 'Yes', payload: 'Y' } },
  { what: 'a kind without a schema', body: { elementType: 'form' }, page: { type: 'unsupported', elementType: 'form', text: '' } },
]; // prettier-ignore

test.each(ARRIVING)('from the contact centre: $what', ({ body, page }) => {
  const message = decodeMessage({ messageId: 'm', body });
  if (!message.ok) throw new Error(JSON.stringify(message.faults));
  const translated = fromAxpBody(message.value, []);
  expect(translated).toEqual(page);
  expect(decodeBody(translated).ok).toBe(true);
});

test('files are carried beside the caption', () => {
  const message = decodeMessage({ body: { elementType: 'file', elementText: said('Your invoice') } });
  if (!message.ok) throw new Error('no message');
  const file = {
    attachmentId: 'a',
    name: 'i.pdf',
    sizeBytes: 1,
    contentType: 'application/pdf',
    url: '/chat/v1/media/a',
  };
  const attachment = decodeBody({ type: 'files', text: '', attachments: [file] });
  const attachments = attachment.ok && attachment.value.type === 'files' ? attachment.value.attachments : [];
  expect(fromAxpBody(message.value, attachments)).toEqual({
    type: 'files',
    text: 'Your invoice',
    attachments: [file],
  });
});

test('what is larger than a page shows is cut, so that the page can read every message', () => {
  const action = { type: 'reply', text: 'x'.repeat(99), payload: 'y'.repeat(999) };
  const actions = Array.from({ length: 9 }, () => action);
  const items = Array.from({ length: 20 }, () => ({ title: '', description: 'd'.repeat(999), actions }));
  for (const rich of [{ actions }, { items }]) {
    const message = decodeMessage({
      body: { elementType: 'text', elementText: said('x'), richMediaPayload: rich },
    });
    expect(message.ok && decodeBody(fromAxpBody(message.value, [])).ok).toBe(true);
  }
});

/** From the page: what it sends and the `body` that the contact centre gets. */
const LEAVING = [
  { page: { type: 'text', text: 'Hi' }, body: { elementType: 'text', elementText: said('Hi') } },
  { page: { type: 'choice', action: 'reply', text: 'Yes', payload: 'Y' }, body: { elementType: 'reply', elementText: said(''), richMediaPayload: { selectedAction: { type: 'reply', text: 'Yes', payload: 'Y' } } } },
  { page: { type: 'choice', action: 'postback', text: 'Go', payload: 'G' }, body: { elementType: 'postback', elementText: said(''), richMediaPayload: { selectedAction: { type: 'postback', text: 'Go', payload: 'G' } } } },
  { page: { type: 'location', latitude: 1, longitude: 2, name: 'Home' }, body: { elementType: 'location', elementText: said(''), richMediaPayload: { coordinates: { lat: 1, long: 2 }, location: { name: 'Home' } } } },
  { page: { type: 'files', text: 'see', attachmentIds: ['a'] }, body: { elementType: 'file', elementText: said('see') } },
]; // prettier-ignore

test.each(LEAVING)('to the contact centre: $page.type', ({ page, body }) => {
  const outgoing = decodeOutgoingBody(page);
  if (!outgoing.ok) throw new Error(JSON.stringify(outgoing.faults));
  const files = page.type === 'files' ? [{ mediaId: 'm', contentType: 'application/pdf' }] : [];
  const translated = toAxpBody(outgoing.value, files);
  expect(translated).toEqual(body);
  expect(decodeMessagingCustomerBody(translated, 'body').ok).toBe(true);
});

test.each([
  ['a<br>b', 'a\nb'],
  ['<ul><li>one</li><li>two</li></ul>', '• one\n• two'],
  ['1 &lt; 2 &amp; 3 &#62; 2 &#x263A;', '1 < 2 & 3 > 2 ☺'],
  ['2 < 3 and 4 > 3', '2 < 3 and 4 > 3'],
  ['<!-- secret -->shown', 'shown'],
  ['<style>p{}</style><p>text</p>', 'text'],
  ['<b unclosed', '<b unclosed'],
  ['&lt;script&gt;', '<script>'],
  ['', ''],
])('HTML %j reads as %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
