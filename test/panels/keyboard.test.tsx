import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type { ClientMessageId, EngagementId } from '../../src/protocol/index.ts';
import { ANNA, arrived, came, GREETER, terminated } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';
import { WholeChat } from '../support/WholeChat.tsx';

const HERE = asId<EngagementId>('engagement-0');
const MINE = { engagementId: HERE, clientMessageId: asId<ClientMessageId>('mine') };
const text = (words: string) => ({ type: 'text', text: words, format: 'plain' }) as const;

async function show(client: FakeChatClient) {
  render(
    <>
      <button type="button">Before</button>
      <WholeChat client={client} onMinimize={() => {}} />
      <button type="button">After</button>
    </>,
  );
  await act(async () => {});
  return { user: userEvent.setup(), chat: within(screen.getByRole('region', { name: 'Chat' })) };
}
const happens = (client: FakeChatClient, ...events: readonly ChatEvent[]) => tell(client, ...events);
const focused = (): string => {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
};

test('Tab goes through header, log and composer and out again, both ways; nothing holds it', async () => {
  const client = createFakeChatClient();
  const { user } = await show(client);
  await happens(client, came(1, ANNA), arrived(2, 'Hello'));
  screen.getByRole('button', { name: 'Before' }).focus();
  const stops: string[] = [];
  for (let stop = 0; stop < 12 && focused() !== 'After'; stop++) {
    await user.tab();
    stops.push(focused());
  }
  expect(stops).toEqual(['End chat', 'Minimize chat', 'Messages', 'Attach a file', 'Message', 'After']);
  for (const stop of stops.toReversed().slice(1)) {
    await user.tab({ shift: true });
    expect(focused()).toBe(stop);
  }
});

test('whatever comes leaves the focus where it is', async () => {
  const client = createFakeChatClient();
  const { chat } = await show(client);
  const field = chat.getByRole('textbox', { name: 'Message' });
  field.focus();
  const actions = [{ type: 'reply', text: 'Yes', payload: 'Y' }] as const;
  await happens(
    client,
    came(1, ANNA),
    arrived(2, 'Hello'),
    arrived(3, { ...text('Which?'), actions }, { sender: GREETER }),
    { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 60_000 },
    { type: 'EVENT_STREAM_FAILED', atMs: NOON_MS, reason: 'SERVER_UNREACHABLE', message: '' },
    { type: 'EVENT_STREAM_CONNECTING', atMs: NOON_MS },
    { type: 'EVENT_STREAM_CONNECTED', atMs: NOON_MS },
  );
  expect(field).toHaveFocus();
});

test('a button that is done and goes leaves the focus with its message', async () => {
  const client = createFakeChatClient();
  const { chat } = await show(client);
  await happens(
    client,
    { type: 'MESSAGE_QUEUED', ...MINE, body: text('Wharf Lane 4'), atMs: NOON_MS },
    { type: 'MESSAGE_REJECTED', ...MINE, code: 'unreachable', detail: '', retryable: true },
  );
  (await chat.findByRole('button', { name: 'Try again' })).focus();
  await happens(client, { type: 'MESSAGE_SENDING', ...MINE });
  expect(chat.queryByRole('button', { name: 'Try again' })).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(chat.getByRole('article')));
});

test('staying in the chat by keyboard leads back to where one writes', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  await happens(client, { type: 'IDLE_TIMEOUT_EXPIRED', atMs: Date.now(), graceMs: 60_000 });
  (await chat.findByRole('button', { name: 'Stay in the chat' })).focus();
  await user.keyboard('{Enter}');
  await happens(client, { type: 'IDLE_TIMEOUT_RESET' });
  await waitFor(() => expect(chat.getByRole('textbox', { name: 'Message' })).toHaveFocus());
});

test('who writes when the chat ends finds the focus on what can be done next', async () => {
  const client = createFakeChatClient('chat');
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'One{Enter}');
  await happens(client, terminated(2, { engagement: 'engagement-1' }));
  await waitFor(() => expect(chat.getByRole('button', { name: 'Start a new chat' })).toHaveFocus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(chat.getByRole('textbox', { name: 'Message' })).toHaveFocus());
});

test('the question before the end gives the focus back to the button that asked it', async () => {
  const client = createFakeChatClient('chat');
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'One{Enter}');
  const opener = await chat.findByRole('button', { name: 'End chat' });
  opener.focus();
  await user.keyboard('{Enter}');
  expect(focused()).toBe('Stay in the chat');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(opener).toHaveFocus());
});

test('who is asked and stays finds the composer as it was', async () => {
  const client = createFakeChatClient('chat');
  const { user, chat } = await show(client);
  const field = chat.getByRole('textbox', { name: 'Message' });
  await user.type(field, 'One{Enter}');
  await user.type(field, 'Half a sentence');
  await user.click(await chat.findByRole('button', { name: 'End chat' }));
  expect(chat.queryByRole('textbox')).toBeNull();
  await user.click(await chat.findByRole('button', { name: 'Stay in the chat' }));
  expect(await chat.findByRole('textbox', { name: 'Message' })).toHaveValue('Half a sentence');
  expect(chat.getByRole('textbox')).toBe(field);
});

test('who has left the chat is not called back', async () => {
  const client = createFakeChatClient();
  const { chat } = await show(client);
  await happens(client, { type: 'IDLE_TIMEOUT_EXPIRED', atMs: Date.now(), graceMs: 60_000 });
  (await chat.findByRole('button', { name: 'Stay in the chat' })).focus();
  screen.getByRole('button', { name: 'After' }).focus();
  await happens(client, { type: 'IDLE_TIMEOUT_RESET' });
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
});
