import { expect, test, type Page } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.ts';
import { expectOneList } from './support/center.ts';
import { inState, leaderOf, REQUESTS, setStage, type Stage } from './support/tabs.ts';

const executablePath = findBrowser();
// Playwright turns the back/forward cache of Chromium off; here it is what is looked at.
test.use({
  launchOptions: {
    args: [...BROWSER_ARGS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage();
});
test.afterAll(() => stage.stop());

/** Goes to another page of the site, runs what happens meanwhile, and back; whether the page came out of the cache. */
async function awayAndBack(page: Page, meanwhile: () => Promise<void>): Promise<boolean> {
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
  const shown = () => page.evaluate(() => Reflect.get(window, 'shown') as boolean[] | undefined);
  await expect.poll(async () => (await shown())?.length ?? 0).toBe(1);
  return (await shown())?.[0] === true;
}

test('a page goes into the back/forward cache and comes back: it goes on where it was', async ({
  browser,
}) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  const isRestored = await awayAndBack(customer.page, () => conversation.says('While it was away'));
  expect(isRestored).toBe(true);
  await customer.says('Back again');
  await expectOneList([customer], conversation, ['Before', 'While it was away', 'Back again']);
  await leaderOf([customer]);
  await conversation.ends();
  await context.close();
});

test('a message that waits goes into the cache with its page, and is sent once when it is back', async ({
  browser,
}) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  await context.route(REQUESTS.messages, (route) => route.abort('connectionrefused'));
  await customer.says('It waits');
  await expect(inState(customer, 'It waits', 'waiting')).toBeVisible();
  expect(await awayAndBack(customer.page, () => context.unroute(REQUESTS.messages))).toBe(true);
  await expectOneList([customer], conversation, ['Before', 'It waits']);
  await conversation.ends();
  await context.close();
});

test('the tab that leads goes into the cache: the other leads, and both show one list when it is back', async ({
  browser,
}) => {
  const context = await stage.enters(browser);
  const tabs = [await stage.visits(context), await stage.visits(context)];
  const [first] = tabs;
  if (!first) throw new Error('There are two');
  const conversation = await stage.begins(first);
  const leader = await leaderOf(tabs);
  const other = tabs.find((tab) => tab !== leader) ?? leader;
  const isRestored = await awayAndBack(leader.page, async () => {
    await leaderOf([other]);
    await other.says('From the one that stayed');
  });
  expect(isRestored).toBe(true);
  await expectOneList(tabs, conversation, ['Before', 'From the one that stayed']);
  await leader.says('And back');
  await expectOneList(tabs, conversation, ['Before', 'From the one that stayed', 'And back']);
  await leaderOf(tabs);
  await conversation.ends();
  await context.close();
});
