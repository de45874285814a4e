import { expect, test } from '@playwright/test';
import { expectOneList } from './support/center.ts';
import type { Customer } from './support/customer.ts';
import { inState, leaderOf, reopen, REQUESTS, setStage, type Stage, twoTabs } from './support/tabs.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage();
});
test.afterAll(() => stage.stop());

// The Firefox of the journeys loads the page anew; Chromium must not.

/** Goes to another page of the site, runs what happens meanwhile, and back; whether the page came out of the cache. */
async function awayAndBack(customer: Customer, meanwhile: () => Promise<void>): Promise<boolean> {
  const { page } = customer;
  await page.evaluate(() => {
    const shown: boolean[] = [];
    addEventListener('pageshow', ({ persisted }) => shown.push(persisted));
    Object.assign(window, { shown });
  });
  const here = page.url();
  await page.goto(new URL('/icon.svg', here).href);
  await meanwhile();
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => location.href).catch(() => '')).toBe(here);
  await page.waitForFunction(() => document.readyState === 'complete');
  const shown = () => page.evaluate(() => Reflect.get(window, 'shown') as boolean[] | undefined);
  // A page that was loaded anew knows nothing of it.
  await expect.poll(async () => (await shown())?.length).not.toBe(0);
  const isRestored = (await shown())?.[0] === true;
  if (!isRestored) await reopen(customer);
  return isRestored;
}

test('a page goes into the back/forward cache and comes back: it goes on where it was', async ({
  browser,
  browserName,
}) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  const isRestored = await awayAndBack(customer, () => conversation.says('While it was away'));
  expect(isRestored || browserName === 'firefox').toBe(true);
  await customer.says('Back again');
  await expectOneList([customer], conversation, ['Before', 'While it was away', 'Back again']);
  await leaderOf([customer]);
  await conversation.ends();
  await context.close();
});

test('a message that waits goes into the cache with its page, and is sent once when it is back', async ({
  browser,
  browserName,
}) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  await context.route(REQUESTS.messages, (route) => route.abort('connectionrefused'));
  await customer.says('It waits');
  await expect(inState(customer, 'It waits', 'waiting')).toBeVisible();
  const isRestored = await awayAndBack(customer, () => context.unroute(REQUESTS.messages));
  expect(isRestored || browserName === 'firefox').toBe(true);
  await expectOneList([customer], conversation, ['Before', 'It waits']);
  await conversation.ends();
  await context.close();
});

test('the tab that leads goes into the cache: the other leads, and both show one list when it is back', async ({
  browser,
  browserName,
}) => {
  const { context, tabs, conversation, leader, other } = await twoTabs(stage, browser);
  const isRestored = await awayAndBack(leader, async () => {
    await leaderOf([other]);
    await other.says('From the one that stayed');
  });
  expect(isRestored || browserName === 'firefox').toBe(true);
  await expectOneList(tabs, conversation, ['Before', 'From the one that stayed']);
  await leader.says('And back');
  await expectOneList(tabs, conversation, ['Before', 'From the one that stayed', 'And back']);
  await leaderOf(tabs);
  await conversation.ends();
  await context.close();
});
