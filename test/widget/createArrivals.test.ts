import { expect, test } from 'vitest';
import { asId } from '../../src/protocol/index.ts';
import type { Epoch } from '../../src/protocol/index.ts';
import { createArrivals } from '../../src/widget/createArrivals.ts';
import { advance, settle } from '../client/settle.ts';
import { tabsStage } from '../client/tabs/tabsStage.ts';
import type { Player } from '../client/tabs/tabsStage.ts';

/** What a page in this tab would be told of, oldest first. */
function listensTo({ client }: Player): readonly string[] {
  const arrivals = createArrivals();
  const told: string[] = [];
  const look = (): void => void told.push(...arrivals(client.getState()).map(({ body }) => body.text));
  look();
  client.subscribe(look);
  return told;
}

test('each tab hears of each message once, whichever of them leads', async () => {
  const { clock, far, enters } = tabsStage();
  far.says('Long ago');
  const [one, two] = [enters(), enters(false)];
  const heard = [listensTo(one), listensTo(two)];
  await one.client.start();
  await two.client.start();
  await settle();
  far.says('Good morning');
  await advance(clock, 250);
  expect(heard).toEqual([['Good morning'], ['Good morning']]);
  one.kill();
  far.says('Said while nobody led');
  await advance(clock, 40_000, 500);
  far.says('And after');
  await advance(clock, 250);
  expect(heard[1]).toEqual(['Good morning', 'Said while nobody led', 'And after']);
});

test('one of all tabs heard a message first: the others know that it was relayed', async () => {
  const { clock, far, enters } = tabsStage();
  const tabs = [enters(), enters(), enters()];
  for (const { client } of tabs) await client.start();
  await settle();
  far.says('Hello');
  await advance(clock, 250);
  const entries = tabs.map(({ events }) => events.findLast((event) => event.type === 'ENTRY'));
  expect(entries.map((entry) => entry?.live)).toEqual([true, true, true]);
  expect(entries.filter((entry) => entry?.relayed !== true)).toHaveLength(1);
});

test('what was said while the line was cut is told as well; the past is not', async () => {
  const { clock, far, enters } = tabsStage();
  far.says('The past');
  const tab = enters();
  const heard = listensTo(tab);
  await tab.client.start();
  await settle();
  await tab.client.loadOlder(far.engagementId);
  await settle();
  expect(tab.texts()).toEqual(['The past']);
  far.cut();
  far.says('During the cut');
  await advance(clock, 10_000, 500);
  expect(heard).toEqual(['During the cut']);
});

test('a rebuilt log is no news, and one’s own messages never are', async () => {
  const { clock, far, enters } = tabsStage();
  const tab = enters();
  await tab.client.start();
  await settle();
  const arrivals = createArrivals();
  arrivals(tab.client.getState());
  await tab.client.send(far.engagementId, { body: { type: 'text', text: 'Mine' } });
  far.says('Once');
  await advance(clock, 250);
  expect(tab.texts()).toHaveLength(2);
  const before = tab.client.getState();
  const [one] = Object.values(before.engagements);
  if (!one) throw new Error('There is one engagement');
  const rebuilt = { ...one, epoch: asId<Epoch>('another'), timeline: [...one.timeline] };
  expect(arrivals({ ...before, engagements: { [far.engagementId]: rebuilt } })).toEqual([]);
});
