import { expect, test } from '@playwright/test';
import { expectListOf, expectOneList } from './support/center.ts';
import {
  inState,
  leaderOf,
  reopen,
  REQUESTS,
  setStage,
  streamsOf,
  type Stage,
  twoTabs,
} from './support/tabs.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage();
});
test.afterAll(() => stage.stop());

test('a duplicated tab is a tab of its own: both write, one stream, one list', async ({ browser }) => {
  const context = await stage.enters(browser);
  const first = await stage.visits(context);
  const conversation = await stage.begins(first);
  // What a page opens itself begins with a copy of its session storage, as a duplicated tab does.
  await first.page.evaluate(() => sessionStorage.setItem('mark', 'copied'));
  const opening = context.waitForEvent('page');
  await first.page.evaluate(() => void window.open(location.href));
  const page = await opening;
  expect(await page.evaluate(() => sessionStorage.getItem('mark'))).toBe('copied');
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  const log = chat.getByRole('log', { name: 'Messages' });
  const second = {
    ...first,
    page,
    chat,
    log,
    messages: () => log.locator('[data-message-text]').allInnerTexts(),
  };
  await page.waitForLoadState();
  await reopen(second);
  await conversation.says('To both');
  await expectOneList([first, second], conversation, ['Before', 'To both']);
  await leaderOf([first, second]);
  for (const each of [first, second]) {
    const box = each.chat.getByRole('textbox', { name: 'Message' });
    await box.fill(each === first ? 'From the first' : 'From the copy');
    await box.press('Enter');
    await expect(box).toHaveValue('');
  }
  // Which of the two was first, the log decides.
  const list = await expectListOf(4, [first, second], conversation);
  expect(list.slice(0, 2)).toEqual(['Before', 'To both']);
  expect(list.slice(2).toSorted()).toEqual(['From the copy', 'From the first']);
  await conversation.ends();
  await context.close();
});

test('the tab that leads dies in mid-send without a word: what it had to send goes once', async ({
  browser,
}) => {
  const { context, conversation, leader, other } = await twoTabs(stage, browser);
  await context.route(REQUESTS.messages, () => new Promise(() => undefined));
  await leader.says('Said before the crash');
  await expect(inState(leader, 'Said before the crash', 'sending')).toBeVisible();
  await other.sees('Said before the crash');
  await context.unroute(REQUESTS.messages);
  const crashed = leader.page.waitForEvent('crash');
  const session = await context.newCDPSession(leader.page);
  session.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;
  await conversation.says('Said to nobody who leads');
  await other.says('Said after');
  await expect.poll(() => streamsOf(other.page)).toBe(1);
  // The order of the two sides in between is the log's to decide; that of one sender is not.
  const list = await expectListOf(4, [other], conversation);
  expect(list.filter((text) => text !== 'Said to nobody who leads')).toEqual([
    'Before',
    'Said before the crash',
    'Said after',
  ]);
  await conversation.ends();
  await context.close();
});

test('a tab that leads is frozen and thawed: the other goes on, and both show one list', async ({
  browser,
}) => {
  const { context, tabs, conversation, leader, other } = await twoTabs(stage, browser);
  const session = await context.newCDPSession(leader.page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await conversation.says('While it was frozen');
  await other.sees('While it was frozen');
  await other.says('From the other');
  await expectOneList([other], conversation, ['Before', 'While it was frozen', 'From the other']);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expectOneList([leader, other], conversation, ['Before', 'While it was frozen', 'From the other']);
  await leader.says('And awake again');
  await expectOneList(tabs, conversation, [
    ...['Before', 'While it was frozen', 'From the other', 'And awake again'],
  ]);
  await leaderOf(tabs);
  await conversation.ends();
  await context.close();
});

test('a lone tab is frozen and thawed: what was said meanwhile is there, once', async ({ browser }) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  const session = await context.newCDPSession(customer.page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  for (const text of ['One', 'Two', 'Three']) await conversation.says(text);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await customer.says('Four');
  await expectOneList([customer], conversation, ['Before', 'One', 'Two', 'Three', 'Four']);
  await conversation.ends();
  await context.close();
});

test('twenty tabs: one stream, one list; three of them write, all but one are closed', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const context = await stage.enters(browser);
  const first = await stage.visits(context);
  const conversation = await stage.begins(first);
  const tabs = [first];
  while (tabs.length < 20) tabs.push(await stage.visits(context));
  await expectOneList(tabs, conversation, ['Before']);
  await leaderOf(tabs);
  const [, second, , , , , tenth, , , last] = tabs;
  if (!second || !tenth || !last) throw new Error('There are twenty');
  const said = ['Before'];
  for (const [at, tab] of [second, tenth, last].entries()) {
    await tab.says(`From tab ${at}`);
    said.push(`From tab ${at}`);
    await expectOneList([tab], conversation, said);
    await conversation.says(`Answer ${at}`);
    said.push(`Answer ${at}`);
    await expectOneList([tab], conversation, said);
  }
  await expectOneList(tabs, conversation, said);
  await leaderOf(tabs);
  for (const tab of tabs) if (tab !== tenth) await tab.page.close();
  await expect.poll(() => streamsOf(tenth.page)).toBe(1);
  await conversation.says('To the one that stayed');
  await expectOneList([tenth], conversation, [...said, 'To the one that stayed']);
  await tenth.says('It is me');
  await expectOneList([tenth], conversation, [...said, 'To the one that stayed', 'It is me']);
  await conversation.ends();
  await context.close();
});

test('the page’s own listener hears of each message once in every tab, and one tab hears it first', async ({
  browser,
}) => {
  const context = await stage.enters(browser);
  const tabs = [await stage.visits(context), await stage.visits(context), await stage.visits(context)];
  const [first] = tabs;
  if (!first) throw new Error('There are three');
  const conversation = await stage.begins(first);
  for (const { page } of tabs)
    await page.evaluate(() => {
      const heard: { text: string; first: boolean }[] = [];
      const listen = Reflect.get(window, 'Colloquy') as (...call: readonly unknown[]) => void;
      listen('on', 'message', (message: (typeof heard)[number]) => heard.push(message));
      Object.assign(window, { heard });
    });
  const heard = () =>
    Promise.all(
      tabs.map(({ page }) =>
        page.evaluate(() => Reflect.get(window, 'heard') as { text: string; first: boolean }[]),
      ),
    );
  await expectOneList(tabs, conversation, ['Before']);
  const leader = await leaderOf(tabs);
  await conversation.says('One');
  await conversation.says('Two');
  const texts = async () => (await heard()).map((list) => list.map(({ text }) => text));
  await expect.poll(texts).toEqual(tabs.map(() => ['One', 'Two']));
  expect((await heard()).map((list) => list.every((one) => one.first))).toEqual(
    tabs.map((tab) => tab === leader),
  );
  await leader.page.close();
  tabs.splice(tabs.indexOf(leader), 1);
  await leaderOf(tabs);
  await conversation.says('Three');
  await expect.poll(texts).toEqual(tabs.map(() => ['One', 'Two', 'Three']));
  await conversation.ends();
  await context.close();
});
