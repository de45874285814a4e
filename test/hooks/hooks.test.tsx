import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import * as hooks from '../../src/hooks/index.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import type { ChatEvent } from '../../src/model/index.ts';
import { ANNA, arrived, came, person, terminated } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';

async function renderWith<Result>(client: FakeChatClient, useIt: () => Result) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <hooks.ChatProvider client={client} baseUrl="https://connector.example/base/">
      {children}
    </hooks.ChatProvider>
  );
  const view = renderHook(useIt, { wrapper });
  await waitFor(() => expect(client.getState().session.status).toBe('open'));
  await act(async () => {});
  return view.result;
}
const happens = (client: FakeChatClient, ...events: readonly ChatEvent[]) => tell(client, ...events);

test('a messaging session has its conversation at once, with messages, people and unread number', async () => {
  const client = createFakeChatClient('messaging');
  const result = await renderWith(client, () => ({
    engagement: hooks.useEngagement(),
    messages: hooks.useMessages(),
    people: hooks.useParticipants(),
    unread: hooks.useUnread(),
  }));
  await happens(client, came(1, ANNA), arrived(2, 'Hello'), arrived(3, 'How can I help?'));
  expect(result.current.engagement?.kind).toBe('messaging');
  expect(result.current.messages.timeline).toHaveLength(3);
  expect(result.current.people.counterpart).toEqual(ANNA);
  expect(result.current.unread).toBe(2);
  act(() => result.current.messages.markSeen(3));
  await waitFor(() => expect(result.current.unread).toBe(0));
});

test('on a chat integration two quick first messages create one engagement', async () => {
  const client = createFakeChatClient('chat');
  const result = await renderWith(client, () => hooks.useSendMessage());
  expect(result.current.canSend).toBe(true);
  await act(async () => {
    await Promise.all(['One', 'Two'].map((text) => result.current.send({ body: { type: 'text', text } })));
  });
  expect(client.calls.filter((call) => call === 'createEngagement')).toHaveLength(1);
  expect(client.sent).toHaveLength(2);
});

test('after the end of a chat engagement the next message creates another', async () => {
  const client = createFakeChatClient('chat');
  const result = await renderWith(client, () => ({
    sending: hooks.useSendMessage(),
    all: hooks.useEngagements(),
  }));
  await act(async () => void (await result.current.sending.send({ body: { type: 'text', text: 'One' } })));
  await happens(client, terminated(1, { engagement: 'engagement-1' }));
  await act(async () => void (await result.current.sending.send({ body: { type: 'text', text: 'Two' } })));
  expect(result.current.all).toHaveLength(2);
});

test('what is written while the session opens is sent as soon as it is open', async () => {
  const client = createFakeChatClient('messaging', { staysShut: true });
  const sent = hooks.sendDraft(client, { body: { type: 'text', text: 'Early' } });
  expect(client.sent).toHaveLength(0);
  const eager = createFakeChatClient('messaging');
  const early = hooks.sendDraft(eager, { body: { type: 'text', text: 'Early' } });
  await eager.start();
  await early;
  expect(eager.sent).toHaveLength(1);
  client.emit({ type: 'SESSION_FAILED', code: 'unreachable', detail: '' });
  await expect(sent).rejects.toThrow(/no engagement/);
});

test('the idle warning is told with its end, and staying resets it', async () => {
  const client = createFakeChatClient();
  const result = await renderWith(client, () => hooks.useIdleWarning());
  await happens(client, { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 30_000 });
  expect(result.current.warning).toMatchObject({ endsAtMs: NOON_MS + 30_000, graceMs: 30_000 });
  await act(async () => result.current.stay());
  expect(result.current.warning).toBeUndefined();
});

test('activity is told at most once a second, and not while the warning stands', async () => {
  const client = createFakeChatClient();
  const clock = createSimulatedClock();
  const result = await renderWith(client, () => hooks.useActivity(clock));
  const resets = (): number => client.calls.filter((call) => call === 'resetIdleTimeout').length;
  const around = document.createElement('div');
  result.current(around);
  around.dispatchEvent(new Event('pointermove'));
  around.dispatchEvent(new Event('wheel'));
  expect(resets()).toBe(1);
  clock.advance(1_000);
  around.dispatchEvent(new Event('keydown'));
  expect(resets()).toBe(2);
  await happens(client, { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 30_000 });
  clock.advance(5_000);
  around.dispatchEvent(new Event('pointermove'));
  expect(resets()).toBe(2);
});

test('a list that scrolls by itself is nobody’s activity, and what is heard never holds up a scroll', async () => {
  const client = createFakeChatClient();
  const result = await renderWith(client, () => hooks.useActivity());
  const around = document.createElement('div');
  const list = around.appendChild(document.createElement('div'));
  result.current(around);
  list.dispatchEvent(new Event('scroll', { bubbles: true }));
  expect(client.calls).not.toContain('resetIdleTimeout');
  const passives: unknown[] = [];
  const other = document.createElement('div');
  vi.spyOn(other, 'addEventListener').mockImplementation((_name, _note, how) => {
    passives.push(typeof how === 'object' && how.passive);
  });
  result.current(other);
  expect(new Set(passives)).toEqual(new Set([true]));
  // The element that is left is no longer heard.
  around.dispatchEvent(new Event('pointerdown'));
  expect(client.calls).not.toContain('resetIdleTimeout');
});

test('who types is known, and that the customer types is told', async () => {
  const client = createFakeChatClient();
  const result = await renderWith(client, () => hooks.useTyping());
  const bot = person('bot', 'BOT', 'Greeter');
  const engagementId = client.getState().engagementIds[0];
  if (!engagementId) throw new Error('The fake has a conversation from the start');
  await happens(client, { type: 'TYPING_STARTED', engagementId, participant: bot });
  expect(result.current.typing).toEqual([bot]);
  result.current.notifyTyping();
  expect(client.calls).toContain('notifyTyping');
});

test('the line, the session and its parameters are told and can be acted on', async () => {
  const client = createFakeChatClient();
  const result = await renderWith(client, () => ({
    line: hooks.useConnectionStatus(),
    session: hooks.useSession(),
    actions: hooks.useEngagementActions(),
    own: hooks.useSessionParameters(),
  }));
  expect(result.current.line.connection.status).toBe('connected');
  result.current.line.retry();
  expect(client.calls).toContain('retryConnection');
  await act(() => result.current.own.update({ product: 'Slate Hill' }));
  expect(client.parameters).toEqual([{ product: 'Slate Hill' }]);
  await act(() => result.current.actions.shutdown());
  await waitFor(() => expect(result.current.session.session.status).toBe('ended'));
  await act(() => result.current.session.start());
  expect(result.current.session.session.status).toBe('open');
});

test('the address of a file is made complete by the connector, and an unsafe one is none', async () => {
  const result = await renderWith(createFakeChatClient(), () => hooks.useMediaUrl());
  expect(result.current('/chat/v1/media/1?signature=x')).toBe(
    'https://connector.example/chat/v1/media/1?signature=x',
  );
  expect(result.current('javascript:alert(1)')).toBeUndefined();
});
