import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChatEvent } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type { Action, AttachmentId, MessageBody } from '../../src/protocol/index.ts';
import { accepted, ANNA, arrived, came, GREETER, went } from '../support/chatEntries.ts';
import { readAloud, stopTheDay } from '../support/readAloud.ts';
import { showChat } from './showChat.tsx';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const REPLIES: readonly Action[] = [
  { type: 'reply', text: 'Yes', payload: 'Y' },
  { type: 'reply', text: 'No', payload: 'N' },
];

beforeEach(stopTheDay);
afterEach(() => void vi.useRealTimers());

/** The one message of a chat, once a text of it is there. */
async function messageOf(body: string | MessageBody, text: string): Promise<Element> {
  await showChat([arrived(1, body)]);
  await screen.findByText(text);
  return screen.getByRole('article');
}

test('a conversation is read in its order: who said it, what, when, and how far one’s own has come', async () => {
  const happened: readonly ChatEvent[] = [
    arrived(1, 'Hello, I am a bot', { sender: GREETER }),
    came(2, ANNA),
    arrived(3, 'How can I help?'),
    arrived(4, 'Take your time'),
    accepted(5, 'My parcel is late'),
    went(6, ANNA),
  ];
  await showChat(happened);
  await screen.findByText('Anna Berg left the chat');
  expect(await readAloud(screen.getByRole('log'))).toEqual([
    'log, Messages, not busy',
    'time',
    'Today',
    'article, Greeter Hello, I am a bot, 12:01 PM',
    'Greeter',
    'paragraph',
    'Hello, I am a bot',
    'time, Saturday, November 21, 2026 at 12:01 PM',
    '12:01 PM',
    'paragraph',
    'Anna Berg joined the chat',
    'article, Anna Berg How can I help?, 12:03 PM',
    'Anna Berg',
    'paragraph',
    'How can I help?',
    'time, Saturday, November 21, 2026 at 12:03 PM',
    '12:03 PM',
    'article, Anna Berg said: Take your time, 12:04 PM',
    'Anna Berg said:',
    'paragraph',
    'Take your time',
    'time, Saturday, November 21, 2026 at 12:04 PM',
    '12:04 PM',
    'article, You said: My parcel is late, 12:05 PM Delivered',
    'You said:',
    'paragraph',
    'My parcel is late',
    'time, Saturday, November 21, 2026 at 12:05 PM',
    '12:05 PM',
    'Delivered',
    'paragraph',
    'Anna Berg left the chat',
  ]);
});

test('suggested answers stay once one is chosen, and say which it was', async () => {
  await showChat([
    arrived(1, { type: 'text', text: 'Shall I?', format: 'plain', actions: REPLIES }, { sender: GREETER }),
    accepted(2, { type: 'choice', action: 'reply', text: 'Yes', payload: 'Y' }, { parent: 'message-1' }),
  ]);
  await screen.findByText('You chose: Yes');
  expect(await readAloud(screen.getByRole('group', { name: 'Suggested replies' }))).toEqual([
    'group, Suggested replies',
    'button, Yes, disabled',
    'button, No, disabled',
    'You chose: Yes',
  ]);
});

test('buttons under a message say where a link leads once, and which was taken', async () => {
  const actions: readonly Action[] = [
    { type: 'link', text: 'Opening hours', uri: 'https://shop.example/hours?from=chat' },
    { type: 'link', text: 'Trap', uri: 'javascript:alert(1)' },
    { type: 'postback', text: 'Call me', payload: 'call' },
    { type: 'locationRequest', text: 'Share your location' },
  ];
  await showChat([
    arrived(1, { type: 'text', text: 'What next?', format: 'plain', actions }),
    accepted(
      2,
      { type: 'choice', action: 'postback', text: 'Call me', payload: 'call' },
      { parent: 'message-1' },
    ),
  ]);
  await screen.findByText('You chose: Call me');
  expect(await readAloud(screen.getByRole('group', { name: 'Actions' }))).toEqual([
    'group, Actions',
    'link, Opening hours shop.example (opens in a new window)',
    'Opening hours',
    'shop.example',
    '(opens in a new window)',
    'Trap',
    'button, Call me, not disabled',
    'button, Share your location, not disabled',
    'You chose: Call me',
  ]);
});

test('a link in a text says its address once, and that it opens a window', async () => {
  const text = 'See [our guide](https://shop.example/guide/1) or https://shop.example/help';
  const message = await messageOf({ type: 'text', text, format: 'markdown' }, 'our guide');
  expect((await readAloud(message)).slice(2, -2)).toEqual([
    'paragraph',
    'See',
    'link, our guide (opens in a new window)',
    'our guide',
    '(opens in a new window)',
    '(',
    'shop.example',
    ')',
    'or',
    'link, https://shop.example/help (opens in a new window)',
    'https://shop.example/help',
    '(opens in a new window)',
  ]);
});

test('a carousel is named once, its cards are counted, and a picture that never was is not missed', async () => {
  const message = await messageOf(
    {
      type: 'carousel',
      text: 'These two',
      items: [
        {
          title: 'Slate Hill',
          description: 'Washed',
          mediaUrl: PICTURE,
          actions: [{ type: 'postback', text: 'Take it', payload: '1' }],
        },
        { title: 'Long Meadow', actions: [{ type: 'postback', text: 'Take that', payload: '2' }] },
      ],
    },
    'Slate Hill',
  );
  expect((await readAloud(message)).slice(1, -2)).toEqual([
    'Anna Berg',
    'paragraph',
    'These two',
    'carousel, Cards',
    'list',
    'listitem, level 1, position 1, set size 2',
    'slide, 1 of 2',
    'Slate Hill',
    'Washed',
    'group, Actions',
    'button, Take it, not disabled',
    'listitem, level 1, position 2, set size 2',
    'slide, 2 of 2',
    'Long Meadow',
    'group, Actions',
    'button, Take that, not disabled',
    'button, Previous card, disabled',
    'button, Next card, not disabled',
  ]);
});

test('a place says its name, its address and the way to the map', async () => {
  const message = await messageOf(
    { type: 'location', text: '', latitude: 53.5, longitude: 10, name: 'The shop', address: 'Wharf Lane 4' },
    'The shop',
  );
  expect((await readAloud(message)).slice(0, -2)).toEqual([
    'article, Anna Berg The shop Wharf Lane 4 Actions, 12:01 PM',
    'Anna Berg',
    'The shop',
    'Wharf Lane 4',
    'group, Actions',
    'link, Open in a map www.openstreetmap.org (opens in a new window)',
    'Open in a map',
    'www.openstreetmap.org',
    '(opens in a new window)',
  ]);
});

test('files say their names once and how large they are; a picture that may not be loaded says so', async () => {
  const message = await messageOf(
    {
      type: 'files',
      text: 'Both of them',
      attachments: [
        {
          attachmentId: asId<AttachmentId>('1'),
          name: 'bill.pdf',
          contentType: 'application/pdf',
          sizeBytes: 12_000,
          url: 'https://shop.example/bill',
        },
        {
          attachmentId: asId<AttachmentId>('2'),
          name: 'cup.png',
          contentType: 'image/png',
          sizeBytes: 90,
          url: 'javascript:1',
        },
      ],
    },
    'bill',
  );
  expect((await readAloud(message)).slice(0, -2)).toEqual([
    'article, Anna Berg Download bill.pdf 12 kB Image: cup.png. The image could not be loaded. Both of them, 12:01 PM',
    'Anna Berg',
    'link, Download bill.pdf 12 kB',
    'Download bill.pdf 12 kB',
    'image, Image: cup.png. The image could not be loaded.',
    'paragraph',
    'Both of them',
  ]);
});

test('what cannot be shown says so', async () => {
  const message = await messageOf(
    { type: 'unsupported', elementType: 'form', text: '' },
    'This kind of message cannot be shown here.',
  );
  expect((await readAloud(message)).slice(0, -2)).toEqual([
    'article, Anna Berg This kind of message cannot be shown here., 12:01 PM',
    'Anna Berg',
    'paragraph',
    'This kind of message cannot be shown here.',
  ]);
});
