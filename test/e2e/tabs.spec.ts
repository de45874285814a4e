import { expect, test, type Page } from '@playwright/test';
import { visitShop, type Customer } from './support/customer.ts';
import { startDemo, type Demo } from './support/demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo({ args: ['--bot', 'off'] });
});
test.afterAll(async () => {
  expect(await demo.stop()).toBe(0);
});

/** What the customer wrote: the desk is empty, and the house says so in between. */
async function ownWords(customer: Customer): Promise<readonly string[]> {
  return (await customer.messages()).filter((words) => !words.startsWith('Nobody is at the desk'));
}

/** Counts the streams that a page opens to the connector. */
function countStreams(page: Page): () => number {
  let open = 0;
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/chat/v1/')) return;
    open += 1;
    socket.on('close', () => (open -= 1));
  });
  return () => open;
}

test('two tabs of one customer: one stream, one list; the tab that leads is closed and the other goes on', async ({
  context,
}) => {
  const [firstPage, secondPage] = [await context.newPage(), await context.newPage()];
  const streams = [countStreams(firstPage), countStreams(secondPage)];
  const total = (): number => streams.reduce((sum, count) => sum + count(), 0);
  const first = await visitShop(firstPage, demo.config.demoUrl);
  await first.open();
  await first.says('Hello from the first tab');
  const second = await visitShop(secondPage, demo.config.demoUrl);
  await second.open();
  await second.sees('Hello from the first tab');
  await second.says('Hello from the second tab');
  await first.sees('Hello from the second tab');
  await expect(async () => expect(await ownWords(second)).toEqual(await ownWords(first))).toPass();
  await expect.poll(total).toBe(1);
  const leader = streams[0]?.() === 1 ? first : second;
  const other = leader === first ? second : first;
  await leader.page.close();
  await other.says('Still here');
  await expect(other.log.getByText('Still here')).toHaveCount(1);
  await expect
    .poll(() => ownWords(other))
    .toEqual(['Hello from the first tab', 'Hello from the second tab', 'Still here']);
  await other.page.close();
});

test('a message that could not be sent is still there after a reload, and is sent once', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const customer = await visitShop(page, demo.config.demoUrl);
  await customer.open();
  await customer.says('Before');
  const sending = '**/messages';
  await context.route(sending, (route) => route.abort('connectionrefused'));
  await customer.says('Written offline');
  await page.reload();
  await customer.open();
  await customer.sees('Written offline');
  await context.unroute(sending);
  await expect.poll(() => ownWords(customer), { timeout: 15_000 }).toEqual(['Before', 'Written offline']);
  await page.reload();
  await customer.open();
  await customer.sees('Written offline');
  await expect.poll(() => ownWords(customer)).toEqual(['Before', 'Written offline']);
  await context.close();
});
