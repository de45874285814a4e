import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type { EngagementId } from '../../src/protocol/index.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import { WholeChat } from '../support/WholeChat.tsx';

/** A chat whose session is being opened until the test says how that ends. */
async function showShut(kind: 'messaging' | 'chat' = 'messaging') {
  const shut = createFakeChatClient(kind, { staysShut: true });
  render(<WholeChat client={shut} />);
  await tell(shut, { type: 'SESSION_STARTING' });
  const chat = within(screen.getByRole('region', { name: 'Chat' }));
  return {
    client: shut,
    chat,
    user: userEvent.setup(),
    field: () => chat.getByRole('textbox', { name: 'Message' }),
  };
}

async function opens(client: FakeChatClient, kind: 'messaging' | 'chat' = 'messaging'): Promise<void> {
  const other = createFakeChatClient(kind);
  const events: ChatEvent[] = [];
  other.subscribe((event) => events.push(event));
  await other.start();
  await tell(client, ...events);
}

test('what is sent while the session opens stands in the list at once, and is one row when it goes', async () => {
  const { client, chat, user, field } = await showShut();
  await user.type(field(), 'One{Enter}');
  await user.type(field(), 'Two{Enter}');
  const log = within(chat.getByRole('log', { name: 'Messages' }));
  const row = log.getByText('One');
  expect(log.getByText('Two')).toBeInTheDocument();
  expect(chat.queryByRole('heading', { name: 'Hello! How can we help?' })).toBeNull();
  expect(client.sent).toHaveLength(0);
  await opens(client);
  expect(client.sent.map((draft) => 'body' in draft && draft.body)).toEqual([
    { type: 'text', text: 'One' },
    { type: 'text', text: 'Two' },
  ]);
  expect(log.getByText('One')).toBe(row);
  expect(log.getAllByText(/One|Two/)).toHaveLength(2);
});

test('a new chat begins with the first message, which stands there before the chat does', async () => {
  const client = createFakeChatClient('chat');
  let create: () => void = () => undefined;
  const created = new Promise<void>((resolve) => (create = resolve));
  const slow: FakeChatClient = {
    ...client,
    async createEngagement(parameters) {
      await created;
      return client.createEngagement(parameters);
    },
  };
  render(<WholeChat client={slow} />);
  await act(async () => {});
  const chat = within(screen.getByRole('region', { name: 'Chat' }));
  const user = userEvent.setup();
  await user.type(chat.getByRole('textbox', { name: 'Message' }), 'A person, please{Enter}');
  expect(chat.getByText('A person, please')).toBeVisible();
  expect(client.sent).toHaveLength(0);
  await act(async () => create());
  expect(await chat.findAllByText('A person, please')).toHaveLength(1);
  expect(client.sent).toHaveLength(1);
});

test('where no session is to be had, what was sent is back in the field, before what was being written', async () => {
  const { client, chat, user, field } = await showShut();
  await user.type(field(), 'Let me in{Enter}');
  await user.type(field(), 'Please');
  await tell(client, { type: 'SESSION_FAILED', code: 'forbidden', detail: '' });
  expect(chat.getByRole('alert')).toBeVisible();
  // The composer waits out of sight: who was writing goes to what can be done.
  await waitFor(() => expect(chat.getByRole('button', { name: 'Try again' })).toHaveFocus());
  await tell(client, { type: 'SESSION_STARTING' });
  expect(field()).toHaveValue('Let me in\nPlease');
  expect(chat.queryByText('Let me in')).toBeNull();
});

test('a start that is tried again by itself keeps what was sent', async () => {
  const { client, chat, user, field } = await showShut();
  await user.type(field(), 'Are you there?{Enter}');
  await tell(client, { type: 'SESSION_FAILED', code: 'unreachable', detail: '', retryAtMs: 1 });
  expect(client.sent).toHaveLength(0);
  await opens(client);
  expect(client.sent).toHaveLength(1);
  expect(chat.getAllByText('Are you there?')).toHaveLength(1);
});

test('what was sent into one engagement does not stand in the list of another', async () => {
  const client = createFakeChatClient('messaging', { staysShut: true });
  const [one, other] = ['engagement-0', 'engagement-9'].map((id) => asId<EngagementId>(id));
  render(
    <>
      <WholeChat client={client} engagementId={one} />
      <WholeChat client={client} engagementId={other} />
    </>,
  );
  await tell(client, { type: 'SESSION_STARTING' });
  const chatAt = (index: number) => {
    const found = screen.getAllByRole('region', { name: 'Chat' })[index];
    if (!found) throw new Error('Two chats are shown');
    return within(found);
  };
  const user = userEvent.setup();
  await user.type(chatAt(0).getByRole('textbox', { name: 'Message' }), 'Only here{Enter}');
  expect(chatAt(0).getByText('Only here')).toBeVisible();
  expect(chatAt(1).queryByText('Only here')).toBeNull();
});
