import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asId } from '../../src/protocol/index.ts';
import type { ClientMessageId, EngagementId } from '../../src/protocol/index.ts';
import { ANNA, arrived, came, terminated } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { listenTo, readAloud, readBackwards, readByJumps, stopTheDay } from '../support/readAloud.ts';
import { tell } from '../support/tell.ts';
import { showChat } from './showChat.tsx';

const HERE = asId<EngagementId>('engagement-0');
const MINE = { engagementId: HERE, clientMessageId: asId<ClientMessageId>('mine') };
const LOST = {
  type: 'EVENT_STREAM_FAILED',
  atMs: NOON_MS + 3_600_000,
  reason: 'SERVER_UNREACHABLE',
  message: '',
  retryAfterMs: 20_000,
} as const;

beforeEach(stopTheDay);
afterEach(() => void vi.useRealTimers());

test('an empty chat greets, and leads from who is there to where one writes', async () => {
  const { chat } = await showChat([], { onMinimize: () => {} });
  const forwards = [
    'region, Chat',
    'heading, Chat with us, level 2',
    'Chat with us',
    'button, End chat',
    'button, Minimize chat',
    'Connected',
    'log, Messages, not busy',
    'heading, Hello! How can we help?, level 2',
    'paragraph',
    'Write to us here, and we will answer as soon as we can.',
    'form',
    'button, Attach a file',
    'textbox, Message, not invalid, placeholder Write a message',
  ];
  expect(await readAloud(chat)).toEqual(forwards);
  expect((await readBackwards(chat)).slice(1)).toEqual([
    'textbox, Message, not invalid, placeholder Write a message',
    'button, Attach a file',
    'form',
    'Write to us here, and we will answer as soon as we can.',
    'paragraph',
    'heading, Hello! How can we help?, level 2',
    'log, Messages, not busy',
    'Connected',
    'button, Minimize chat',
    'button, End chat',
    'Chat with us',
    'heading, Chat with us, level 2',
    'region, Chat',
  ]);
});

test('who jumps finds the chat by its landmark and its parts by their headings', async () => {
  await showChat([]);
  expect(await readByJumps(document.body, 'moveToNextLandmark')).toEqual(['region, Chat', 'form']);
  expect(await readByJumps(document.body, 'moveToNextHeading')).toEqual([
    'heading, Chat with us, level 2',
    'heading, Hello! How can we help?, level 2',
  ]);
});

test('a message that was not sent says why, and offers what can be done', async () => {
  await showChat([
    {
      type: 'MESSAGE_QUEUED',
      ...MINE,
      body: { type: 'text', text: 'Wharf Lane 4', format: 'plain' },
      atMs: NOON_MS,
    },
    { type: 'MESSAGE_REJECTED', ...MINE, code: 'unreachable', detail: '', retryable: true },
  ]);
  expect(await readAloud(await screen.findByRole('article'))).toEqual([
    'article, You said: Wharf Lane 4, Not sent: no connection Try again Edit Remove',
    'You said:',
    'paragraph',
    'Wharf Lane 4',
    'Not sent: no connection',
    'button, Try again',
    'button, Edit',
    'button, Remove',
  ]);
});

test('a lost line stands between the header and the conversation; one may go on writing', async () => {
  const { chat } = await showChat([LOST]);
  await screen.findByRole('button', { name: 'Try now' });
  expect(await readAloud(chat)).toEqual([
    'region, Chat',
    'heading, Chat with us, level 2',
    'Chat with us',
    'button, End chat',
    'strong',
    'The server cannot be reached.',
    'You can keep writing. Your messages are sent as soon as it is back.',
    'timer',
    'Next attempt in 0:20.',
    'button, Try now',
    'log, Messages, not busy',
    'heading, Hello! How can we help?, level 2',
    'paragraph',
    'Write to us here, and we will answer as soon as we can.',
    'form',
    'button, Attach a file',
    'textbox, Message, not invalid, placeholder Write now, it is sent later',
  ]);
});

test('the warning before a quiet chat closes says the time left and the way to stay', async () => {
  await showChat([{ type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS + 3_600_000, graceMs: 60_000 }]);
  expect(await readAloud(await screen.findByRole('group', { name: 'Are you still there?' }))).toEqual([
    'group, Are you still there?',
    'strong',
    'Are you still there?',
    'timer',
    'This chat closes in 1 minute.',
    'button, Stay in the chat',
  ]);
});

test('the question before the end stands where the composer was, the careful answer first', async () => {
  const user = userEvent.setup();
  const { chat } = await showChat([], { client: createFakeChatClient('chat') });
  await user.type(await screen.findByRole('textbox', { name: 'Message' }), 'One{Enter}');
  await user.click(await screen.findByRole('button', { name: 'End chat' }));
  await screen.findByRole('group', { name: 'End chat' });
  expect((await readAloud(chat)).slice(-3)).toEqual([
    'group, End chat',
    'button, Stay in the chat',
    'button, End chat',
  ]);
});

test('an ended chat says so in its place and offers a new one instead of the composer', async () => {
  const { chat } = await showChat([arrived(1, 'Hello'), terminated(2)]);
  await screen.findByRole('button', { name: 'Start a new chat' });
  expect((await readAloud(chat)).slice(4)).toEqual([
    'log, Messages, not busy',
    'time',
    'Today',
    'article, Anna Berg Hello, 12:01 PM',
    'Anna Berg',
    'paragraph',
    'Hello',
    'time, Saturday, November 21, 2026 at 12:01 PM',
    '12:01 PM',
    'paragraph',
    'The chat has ended',
    'strong',
    'Thank you for chatting with us',
    'button, Start a new chat',
  ]);
});

test('what happens is said once, by the one who speaks for the chat', async () => {
  const { client } = await showChat([], { client: createFakeChatClient() });
  await listenTo(() => tell(client, came(1, ANNA)), ['polite: Anna Berg joined the chat']);
  await listenTo(() => tell(client, arrived(2, 'Good morning')), ['polite: Anna Berg: Good morning']);
});
