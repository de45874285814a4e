import { expect, test } from 'vitest';
import { createSeat, type Seat } from '../../../src/client/tabs/seat.ts';
import type { JwtProvider, ProvidedToken } from '../../../src/client/index.ts';
import { createSeededRandom, silentLogger } from '../../../src/lib/index.ts';
import { initialChatState, type ChatEvent } from '../../../src/model/index.ts';
import { settle } from '../settle.ts';
import { tabsStage } from './tabsStage.ts';

/** A seat in one tab, with all that its clients told. */
function seated(provider?: JwtProvider) {
  const { clock, far, browser } = tabsStage();
  const events: ChatEvent[] = [];
  const none = (): void => undefined;
  const seat: Seat = createSeat({
    options: {
      baseUrl: 'http://far.test',
      integrationId: 'integration-1',
      jwtProvider: provider ?? far.provider,
      world: { ...browser.tab(true).world, random: createSeededRandom(1), logger: silentLogger },
    },
    clock,
    seed: () => ({ subject: '', state: initialChatState, cursor: undefined }),
    onEvent: (event) => void events.push(event),
    ...{ onFenced: none, again: none },
  });
  return { seat, far, events };
}

test('a client that is dropped while the page makes a token leaves the call to the next one', async () => {
  const calls: ((token: ProvidedToken) => void)[] = [];
  const { seat, far } = seated(() => new Promise((resolve) => void calls.push(resolve)));
  void seat.take().identify();
  await settle();
  seat.drop();
  const second = seat.take().identify();
  await settle();
  expect(calls).toHaveLength(1);
  calls[0]?.({ token: far.token, appkey: 'appkey-1' });
  expect(await second).toBeTypeOf('string');
  seat.take().renewToken();
  await settle();
  expect(calls).toHaveLength(2);
});

test('a gap that another tab shows, before all that was read here, is mended by reading back to it', async () => {
  const { seat, far, events } = seated();
  for (let at = 0; at < 90; at++) far.says(`${at}`);
  const client = seat.take();
  await client.start();
  await settle();
  const oldest = (): number | undefined => client.getState().engagements[far.engagementId]?.oldestSeq;
  expect(oldest()).toBeGreaterThan(50);
  await client.retryGap(far.engagementId, 20);
  expect(oldest()).toBeLessThanOrEqual(20);
  expect(events.at(-1)).toMatchObject({ type: 'GAP_FILLED', afterSeq: 20, entries: [] });
  const pages = far.requests.length;
  await client.retryGap(far.engagementId, 60);
  expect(far.requests).toHaveLength(pages);
});
