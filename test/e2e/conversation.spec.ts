import { expect, test } from '@playwright/test';
import { signIn } from './support/agent.ts';
import { expectSameWords } from './support/center.ts';
import { visitShop } from './support/customer.ts';
import { startDemo, type Demo } from './support/demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  expect(await demo.stop()).toBe(0);
});

// One pixel, so that the picture travels and the test does not wait for it.
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

for (const transport of ['websocket', 'sse', 'long-poll']) {
  test(`a customer is greeted, handed over, survives a crash and is seen off, over ${transport}`, async ({
    browser,
  }) => {
    // So tall that the windowed lists hold every row, and a phone's width, where the chat fills the page.
    const shop = await browser.newContext({ viewport: { width: 420, height: 3200 } });
    const desk = await browser.newContext({ viewport: { width: 1280, height: 3200 } });
    const customer = await visitShop(await shop.newPage(), demo.config.demoUrl, { transports: transport });
    const [who] = demo.config.agents;
    if (!who) throw new Error('No agent was seeded');
    const agent = await signIn(await desk.newPage(), demo.config.deskUrl, who);

    await test.step('the bot greets and offers', async () => {
      await customer.open();
      await customer.says('Good morning');
      await expect(customer.log.getByRole('button', { name: /person/i }).first()).toBeVisible();
    });

    await test.step('a quick reply hands over, the desk rings, the agent accepts', async () => {
      await customer.log
        .getByRole('button', { name: /person/i })
        .first()
        .click();
      await agent.accepts();
      await agent.says('Hello, this is a human being');
      await customer.sees('Hello, this is a human being');
    });

    await test.step('both sides talk, a picture goes over', async () => {
      await customer.says('Do you roast decaf?');
      await agent.sees('Do you roast decaf?');
      await customer.attaches({ name: 'beans.png', mimeType: 'image/png', buffer: PICTURE });
      await expect(agent.log.getByRole('img', { name: /beans/ })).toBeVisible();
    });

    await test.step('the connector is killed and comes back: the page says so, nothing is lost or doubled', async () => {
      const killed = demo.killServer('connector');
      await expect(
        customer.chat.locator('[data-connection]:not([data-connection="connected"])'),
      ).toBeVisible();
      await customer.says('Are you still there?');
      await killed;
      await agent.sees('Are you still there?');
      await agent.says('Always');
      await customer.sees('Always');
      await expect(customer.chat.locator('[data-connection="connected"]')).toBeAttached();
    });

    await test.step('both sides hold the same list', async () => {
      await expectSameWords(customer, agent, 9);
      const [seenByCustomer, seenByAgent] = [await customer.messages(), await agent.messages()];
      expect(new Set(seenByCustomer).size).toBe(seenByCustomer.length);
      const own = ['Good morning', 'Talk to a person', 'Do you roast decaf?', 'Are you still there?'];
      expect(seenByCustomer.filter((text) => own.includes(text))).toEqual(own);
      expect(seenByAgent.filter((text) => own.includes(text))).toEqual(own);
    });

    await test.step('the agent ends', async () => {
      await agent.ends();
      await customer.sees(/left/i);
    });
    await Promise.all([shop.close(), desk.close()]);
  });
}

test('an open chat has fetched itself, the tabs and the print; cards come with the first of them', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/widget\/(\w+)[^/]*\.js$/.exec(new URL(request.url()).pathname) ?? [];
    if (name !== undefined) fetched.push(name);
  });
  const customer = await visitShop(page, demo.config.demoUrl);
  await customer.open();
  // What has a budget in scripts/build/budgets.ts.
  await expect.poll(() => fetched.toSorted()).toEqual(['chat', 'createSharedClient', 'holdWhole']);
  await customer.says('Good morning');
  await expect(customer.log.getByRole('button', { name: 'How do I brew it?' }).first()).toBeVisible();
  expect(fetched.toSorted()).toEqual(['RichBody', 'chat', 'createSharedClient', 'holdWhole']);
});

test('where the code of cards cannot be had, their words stand there, and the chat goes on', async ({
  page,
}) => {
  await page.route('**/widget/RichBody-*.js', (route) => route.abort());
  const customer = await visitShop(page, demo.config.demoUrl);
  await customer.open();
  await customer.says('Good morning');
  await customer.sees(/^Or have a look at this week.s coffees:, Wren.s Morning, /);
  await customer.says('Never mind the pictures');
});
