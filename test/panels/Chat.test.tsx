import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ChatEvent } from '../../src/model/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type { ClientMessageId, EngagementId } from '../../src/protocol/index.ts';
import { ANNA, arrived, came, GREETER, terminated } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';
import { WholeChat } from '../support/WholeChat.tsx';

const HERE = asId<EngagementId>('engagement-0');

async function show(client: FakeChatClient, props: ChatProps = {}) {
  render(<WholeChat client={client} {...props} />);
  await act(async () => {});
  return { user: userEvent.setup(), chat: within(screen.getByRole('region', { name: 'Chat' })) };
}
const happens = (client: FakeChatClient, ...events: readonly ChatEvent[]) => tell(client, ...events);

const failedMessage = (text: string): readonly ChatEvent[] => {
  const base = { engagementId: HERE, clientMessageId: asId<ClientMessageId>('mine') };
  return [
    { type: 'MESSAGE_QUEUED', ...base, body: { type: 'text', text, format: 'plain' }, atMs: NOON_MS },
    { type: 'MESSAGE_REJECTED', ...base, code: 'unreachable', detail: '', retryable: true },
  ];
};

test('an empty conversation greets, and what is written is in the log at once', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  expect(chat.getByRole('heading', { name: 'Hello! How can we help?' })).toBeVisible();
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'Good morning');
  await user.click(await chat.findByRole('button', { name: 'Send message' }));
  expect(await within(chat.getByRole('log', { name: 'Messages' })).findByText('Good morning')).toBeVisible();
  expect(chat.getByRole('textbox', { name: 'Message' })).toHaveValue('');
  expect(client.calls).toContain('notifyTyping');
});

test('on a chat integration one can write before there is an engagement', async () => {
  const client = createFakeChatClient('chat');
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'A person, please{Enter}');
  await chat.findByText('A person, please');
  expect(client.calls.filter((call) => call === 'createEngagement')).toHaveLength(1);
  expect(chat.getByText(/We are looking for somebody/)).toBeVisible();
  await happens(client, came(1, ANNA, { engagement: 'engagement-1' }));
  expect(chat.queryByText(/We are looking for somebody/)).toBeNull();
});

test('a quick reply goes out with its parent and locks the others', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  const actions = ['Order', 'Person'].map((text) => ({ type: 'reply' as const, text, payload: text }));
  await happens(
    client,
    arrived(1, { type: 'text', text: 'Which?', format: 'plain', actions }, { sender: GREETER }),
  );
  await user.click(await chat.findByRole('button', { name: 'Person' }));
  expect(client.sent).toEqual([
    {
      body: { type: 'choice', action: 'reply', text: 'Person', payload: 'Person' },
      parentMessageId: 'message-1',
    },
  ]);
  await waitFor(() =>
    expect(chat.getByRole('button', { name: 'Order' })).toHaveAttribute('aria-disabled', 'true'),
  );
});

test('a place is sent only after the browser has been told yes', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  const asked = vi.spyOn(navigator.geolocation, 'getCurrentPosition').mockImplementation((found) =>
    // The only two fields that are read.
    Reflect.apply(found, undefined, [{ coords: { latitude: 51.5, longitude: -0.1 } }]),
  );
  const actions = [{ type: 'locationRequest' as const, text: 'Share my place' }];
  await happens(client, arrived(1, { type: 'text', text: 'Where?', format: 'plain', actions }));
  expect(asked).not.toHaveBeenCalled();
  await user.click(await chat.findByRole('button', { name: /Share my place/ }));
  await waitFor(() => expect(client.sent).toHaveLength(1));
  expect(client.sent[0]).toMatchObject({ body: { type: 'location', latitude: 51.5, longitude: -0.1 } });
  asked.mockRestore();
});

test('a failed message can be tried again, or taken back into the field', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  await happens(client, ...failedMessage('Wharf Lane 4'));
  await user.click(await chat.findByRole('button', { name: 'Try again' }));
  expect(client.calls).toContain('retrySend');
  await user.click(chat.getByRole('button', { name: 'Edit' }));
  expect(chat.getByRole('textbox', { name: 'Message' })).toHaveValue('Wharf Lane 4');
  expect(chat.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  await waitFor(() => expect(chat.queryByRole('button', { name: 'Edit' })).toBeNull());
});

test('what could not be kept comes back into the field', async () => {
  const client = createFakeChatClient('messaging', { refuses: true });
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'Too much{Enter}');
  await waitFor(() => expect(chat.getByRole('textbox', { name: 'Message' })).toHaveValue('Too much'));
  expect(chat.getAllByText('Not sent').length).toBeGreaterThan(0);
});

test('files that could not be kept come back as well, before what was written since', async () => {
  const client = createFakeChatClient('messaging', { refuses: true });
  const { user, chat } = await show(client);
  const input = document.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
  await user.upload(input, new File(['%PDF'], 'order.pdf', { type: 'application/pdf' }));
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'My order{Enter}');
  await waitFor(() => expect(chat.getByRole('textbox', { name: 'Message' })).toHaveValue('My order'));
  expect(chat.getByRole('button', { name: 'Remove order.pdf' })).toBeInTheDocument();
});

test('a failed message can be taken out', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  await happens(client, ...failedMessage('Wharf Lane 4'));
  await user.click(await chat.findByRole('button', { name: 'Remove' }));
  expect(client.calls).toContain('removeUnsent');
  await waitFor(() => expect(chat.queryByText('Wharf Lane 4')).toBeNull());
});

test('an ended chat locks the composer, says so, and a new one is created by its first message', async () => {
  const client = createFakeChatClient('chat');
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'One{Enter}');
  await happens(client, terminated(2, { engagement: 'engagement-1' }));
  expect(chat.queryByRole('textbox', { name: 'Message' })).toBeNull();
  expect(chat.getByText('The chat has ended')).toBeVisible();
  await user.click(chat.getByRole('button', { name: 'Start a new chat' }));
  expect(chat.getByRole('heading', { name: 'Hello! How can we help?' })).toBeVisible();
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'Two{Enter}');
  await waitFor(() => expect(client.getState().engagementIds).toHaveLength(2));
});

test('a session ended by quiet says why, and "Continue" begins again where it stopped', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  await happens(client, arrived(1, 'Hello'), { type: 'SHUTDOWN', reason: 'USER_INACTIVE', atMs: NOON_MS });
  expect(chat.getByText(/quiet for a while/)).toBeVisible();
  await user.click(chat.getByRole('button', { name: 'Continue' }));
  expect(await chat.findByRole('textbox', { name: 'Message' })).toBeEnabled();
  expect(chat.getByText('Hello')).toBeVisible();
});

test('the idle warning is said once, with the time, and keeps the focus where it was', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  chat.getByRole('textbox', { name: 'Message' }).focus();
  await happens(client, { type: 'IDLE_TIMEOUT_EXPIRED', atMs: Date.now(), graceMs: 30_000 });
  const warning = chat.getByRole('group', { name: 'Are you still there?' });
  expect(document.querySelector('[aria-live=assertive]')).toHaveTextContent(
    'Are you still there? This chat closes in 30 seconds.',
  );
  expect(chat.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  await user.click(chat.getByRole('button', { name: 'Stay in the chat' }));
  await waitFor(() => expect(warning).not.toBeInTheDocument());
});

test('a broken line is said with its reason, what still works, and a way to try now', async () => {
  const client = createFakeChatClient();
  const { user, chat } = await show(client);
  await happens(client, {
    type: 'EVENT_STREAM_FAILED',
    atMs: Date.now(),
    reason: 'SERVER_UNREACHABLE',
    message: '',
    retryAfterMs: 20_000,
  });
  await waitFor(() => expect(chat.getByText('The server cannot be reached.')).toBeVisible());
  expect(chat.getByText(/You can keep writing/)).toBeVisible();
  await user.click(chat.getByRole('button', { name: 'Try now' }));
  expect(client.calls).toContain('retryConnection');
});

test('a message that the server has no room for keeps its text and says what it waits for', async () => {
  const client = createFakeChatClient();
  const { chat } = await show(client);
  const [queued] = failedMessage('Good morning');
  const of = { engagementId: HERE, clientMessageId: asId<ClientMessageId>('mine') };
  if (queued) await happens(client, queued, { type: 'MESSAGE_WAITING', ...of, code: 'storage-full' });
  await waitFor(() => expect(chat.getByText('Good morning')).toBeVisible());
  expect(chat.getByText('Waiting: the server has no room left')).toBeVisible();
});

test('no session: why, and one button that tries again', async () => {
  const client = createFakeChatClient('messaging', { staysShut: true });
  const { user, chat } = await show(client);
  await happens(client, { type: 'SESSION_FAILED', code: 'unauthenticated', detail: '' });
  expect(chat.getByRole('alert')).toHaveTextContent('You are not signed in to this chat.');
  await user.click(chat.getByRole('button', { name: 'Try again' }));
  expect(client.calls.filter((call) => call === 'start')).toHaveLength(2);
});

test('ending a chat is asked about first; ending a messaging session is not, since it can be continued', async () => {
  const talk = createFakeChatClient('chat');
  const { user, chat } = await show(talk);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'One{Enter}');
  await user.click(await chat.findByRole('button', { name: 'End chat' }));
  expect(talk.calls).not.toContain('disconnectEngagement');
  await user.click(chat.getAllByRole('button', { name: 'End chat' }).at(-1) ?? document.body);
  expect(talk.calls).toContain('disconnectEngagement');
});

test('who is asked whether to end still sees the chat closing by itself, and one "Stay" answers both', async () => {
  const client = createFakeChatClient('chat');
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'One{Enter}');
  await user.click(await chat.findByRole('button', { name: 'End chat' }));
  await happens(client, { type: 'IDLE_TIMEOUT_EXPIRED', atMs: Date.now(), graceMs: 60_000 });
  const warning = await chat.findByRole('group', { name: 'Are you still there?' });
  await waitFor(() => expect(warning).toBeVisible());
  expect(warning.textContent).toContain('This chat closes in');
  const careful = chat.getByRole('button', { name: 'Stay in the chat' });
  expect(careful).toHaveFocus();
  await user.click(careful);
  await waitFor(() => expect(warning).not.toBeInTheDocument());
  expect(chat.queryByRole('button', { name: 'Stay in the chat' })).toBeNull();
  expect(chat.getByRole('textbox', { name: 'Message' })).toBeVisible();
});

test('while the end is on its way to the server, the line that was closed for it is no trouble', async () => {
  const client = createFakeChatClient();
  let answer = (): void => undefined;
  vi.spyOn(client, 'shutdown').mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  const { user, chat } = await show(client);
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'One{Enter}');
  await user.click(await chat.findByRole('button', { name: 'End chat' }));
  await happens(client, { type: 'EVENT_STREAM_CLOSED', atMs: NOON_MS });
  expect(chat.queryByText('The connection is closed.')).toBeNull();
  answer();
  // It was not ended, say: now one has to know.
  await chat.findByText('The connection is closed.');
});

test('what arrives is announced once, seen is told only to whom can see, and who joined is said', async () => {
  const client = createFakeChatClient();
  await show(client, { attentive: false });
  await happens(client, came(1, ANNA), arrived(2, 'Hello, Anna here'));
  const polite = document.querySelector('[aria-live="polite"][aria-relevant]');
  await waitFor(() => expect(polite).toHaveTextContent('Anna Berg joined the chat'));
  await waitFor(() => expect(polite).toHaveTextContent('Anna Berg: Hello, Anna here'));
  expect(client.calls).not.toContain('markSeen');
});
