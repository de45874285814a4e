import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Announcer, WordsProvider } from '../../src/components/index.ts';
import { ChatProvider } from '../../src/hooks/index.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import type { ChatEvent } from '../../src/model/index.ts';
import { UnkeptPanel } from '../../src/panels/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type { ClientMessageId, EngagementId } from '../../src/protocol/index.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';

const MINE = {
  engagementId: asId<EngagementId>('engagement-0'),
  clientMessageId: asId<ClientMessageId>('mine'),
};
const QUEUED: ChatEvent = {
  type: 'MESSAGE_QUEUED',
  ...MINE,
  body: { type: 'text', text: 'Wharf Lane 4', format: 'plain' },
  atMs: NOON_MS,
};
const WORDS = 'Messages that wait to be sent are lost if you close this page.';

async function show(durable: boolean) {
  const client = createFakeChatClient();
  const clock = createSimulatedClock();
  render(
    <ChatProvider client={client}>
      <WordsProvider>
        <Announcer clock={clock}>
          <UnkeptPanel clock={clock} />
        </Announcer>
      </WordsProvider>
    </ChatProvider>,
  );
  await act(async () => {});
  return {
    clock,
    happens: (...events: readonly ChatEvent[]) => tell(client, ...events),
    passes: (ms: number) => act(async () => clock.advance(ms)),
    opens: () => tell(client, { type: 'OUTBOX_OPENED', durable }),
  };
}

/** Whether the browser would ask before the page goes. */
const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
const notes = () => screen.queryAllByText(WORDS).filter((each) => each.closest('[aria-live]') === null);

test('what is unsent and not kept is said once and quietly, for as long as it is unsent', async () => {
  const { happens, passes, opens } = await show(false);
  await opens();
  expect(asks()).toBe(false);
  await happens(QUEUED);
  expect(asks()).toBe(true);
  expect(notes()).toHaveLength(0);
  await passes(1000);
  expect(notes()).toHaveLength(1);
  await passes(500);
  expect(screen.getAllByText(WORDS).filter((each) => each.closest('[aria-live="polite"]'))).toHaveLength(1);
  await happens({ type: 'MESSAGE_REMOVED', ...MINE });
  expect(notes()).toHaveLength(0);
  expect(asks()).toBe(false);
});

test('what is sent at once needs no word', async () => {
  const { happens, passes, opens } = await show(false);
  await opens();
  await happens(QUEUED);
  await passes(900);
  await happens({ type: 'MESSAGE_REMOVED', ...MINE });
  await passes(5000);
  expect(screen.queryByText(WORDS)).toBeNull();
});

test('what the browser keeps needs no word either', async () => {
  const { happens, passes, opens } = await show(true);
  await opens();
  await happens(QUEUED);
  await passes(5000);
  expect(screen.queryByText(WORDS)).toBeNull();
  expect(asks()).toBe(false);
});
