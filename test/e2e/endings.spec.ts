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

// So tall that the windowed lists hold every row.
const TALL = { width: 420, height: 2400 };
const TALL_DESK = { width: 1280, height: 2400 };

const agentOf = (at: number): { user: string; password: string } => {
  const agent = demo.config.agents[at];
  if (!agent) throw new Error(`No agent ${at} was seeded`);
  return agent;
};

test('text alone goes over the Custom Chat adapter, and the agent ends it', async ({ browser }) => {
  const [shop, desk] = [
    await browser.newContext({ viewport: TALL }),
    await browser.newContext({ viewport: TALL_DESK }),
  ];
  const customer = await visitShop(await shop.newPage(), demo.config.demoUrl, { integration: 'chat' });
  const agent = await signIn(await desk.newPage(), demo.config.deskUrl, agentOf(0));
  await customer.open();
  await customer.says('I would like to talk to a person');
  await agent.accepts();
  await agent.says('Good day');
  await customer.sees('Good day');
  await customer.says('Only a word or two');
  await agent.sees('Only a word or two');
  await expectSameWords(customer, agent, 4);
  await agent.ends();
  await expect(customer.chat.getByText(/has ended|conversation ended/i).first()).toBeVisible();
  await expect(customer.chat.getByRole('textbox', { name: 'Message' })).toBeHidden();
  await Promise.all([shop.close(), desk.close()]);
});

test('the customer ends it, and the card leaves the desk', async ({ browser }) => {
  const [shop, desk] = [
    await browser.newContext({ viewport: TALL }),
    await browser.newContext({ viewport: TALL_DESK }),
  ];
  const customer = await visitShop(await shop.newPage(), demo.config.demoUrl, { integration: 'chat' });
  const agent = await signIn(await desk.newPage(), demo.config.deskUrl, agentOf(0));
  await customer.open();
  await customer.says('A person, please');
  await agent.accepts();
  await agent.says('Here I am');
  await customer.sees('Here I am');
  await customer.chat.getByRole('button', { name: 'End chat' }).click();
  const question = customer.chat.getByRole('group', { name: 'End chat' });
  await question.getByRole('button', { name: 'End chat' }).click();
  await expect(agent.page.getByRole('button', { name: 'End conversation' })).toBeHidden();
  await Promise.all([shop.close(), desk.close()]);
});

test('two devices of one signed-in customer show the same conversation', async ({ browser }) => {
  const [first, second] = [
    await browser.newContext({ viewport: TALL }),
    await browser.newContext({ viewport: TALL }),
  ];
  const [a, b] = [await first.newPage(), await second.newPage()];
  for (const page of [a, b]) {
    const response = await page.request.post(new URL('/sign-in', demo.config.demoUrl).href, {
      data: { user: 'mara' },
      headers: { origin: new URL(demo.config.demoUrl).origin },
    });
    expect(response.ok()).toBe(true);
  }
  const here = await visitShop(a, demo.config.demoUrl);
  await here.open();
  await here.says('From the first device');
  const there = await visitShop(b, demo.config.demoUrl);
  await there.open();
  await there.sees('From the first device');
  await there.says('And from the second');
  await here.sees('And from the second');
  await expect(async () => expect(await here.messages()).toEqual(await there.messages())).toPass();
  await Promise.all([first.close(), second.close()]);
});

test('somebody who says nothing is asked whether they are there, and may stay', async ({ page }) => {
  await page.clock.install();
  const customer = await visitShop(page, demo.config.demoUrl);
  await customer.open();
  await customer.says('Hello');
  // What comes in moves the list, and whose list moves is there: until the greeter is done and nothing moves for twelve frames.
  await customer.sees('Wren’s Morning');
  await expect.poll(() => customer.log.evaluate(staysWhereItIs)).toBe(true);
  await page.clock.fastForward(300_000);
  const stay = customer.chat.getByRole('button', { name: 'Stay in the chat' });
  await expect(stay).toBeVisible();
  await stay.click();
  await expect(stay).toBeHidden();
  await page.clock.fastForward(300_000);
  await expect(stay).toBeVisible();
  await page.clock.fastForward(31_000);
  await expect(customer.chat.getByRole('button', { name: /Continue/ })).toBeVisible();
  await customer.chat.getByRole('button', { name: /Continue/ }).click();
  await customer.sees('Hello');
});

async function staysWhereItIs(list: Element): Promise<boolean> {
  const before = list.scrollTop;
  for (let frame = 0; frame < 12; frame++)
    await new Promise((resolve) => void requestAnimationFrame(resolve));
  return list.scrollTop === before;
}
