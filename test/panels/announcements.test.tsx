import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ChatEvent } from '../../src/model/index.ts';
import { arrived } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';
import { WholeChat } from '../support/WholeChat.tsx';

const missed = (event: ChatEvent): ChatEvent => (event.type === 'ENTRY' ? { ...event, live: false } : event);
const talk = (from: number, to: number): ChatEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => arrived(from + index, `Message ${from + index}`));

/** Everything that the two regions have held, in order, from now on. */
async function listen(client: FakeChatClient) {
  render(<WholeChat client={client} />);
  await act(async () => {});
  const heard: string[] = [];
  const regions = document.querySelectorAll('[aria-live][aria-relevant="additions"]');
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) heard.push(...(node.textContent ?? '').trim().split('\n'));
  });
  for (const region of regions) observer.observe(region, { childList: true, subtree: true });
  const happens = (...events: readonly ChatEvent[]) => tell(client, ...events);
  return { heard, regions, happens };
}

test('one polite and one assertive region speak for the whole chat, and the log itself is silent', async () => {
  const { regions } = await listen(createFakeChatClient());
  expect([...regions].map((region) => region.getAttribute('aria-live'))).toEqual(['polite', 'assertive']);
  expect(screen.getByRole('log', { name: 'Messages' })).toHaveAttribute('aria-live', 'off');
});

test('a page that opens on an old conversation says nothing of it', async () => {
  const client = createFakeChatClient('messaging', { opensWith: talk(1, 8).map(missed) });
  const { heard, happens } = await listen(client);
  await screen.findByText('Message 8');
  await happens(arrived(9, 'Now'));
  await waitFor(() => expect(heard).toEqual(['Anna Berg: Now']));
});

test('what came while the line was away is said once, and many are summed up', async () => {
  const client = createFakeChatClient();
  const { heard, happens } = await listen(client);
  await happens(...talk(1, 2));
  await waitFor(() => expect(heard).toHaveLength(2));
  await happens({ type: 'EVENT_STREAM_CONNECTED', atMs: NOON_MS }, ...talk(3, 22).map(missed));
  await waitFor(() => expect(heard.slice(2)).toEqual(['20 new messages']));
});
