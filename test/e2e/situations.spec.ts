import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createIntegration } from './support/administrator.ts';
import { signIn, type Agent } from './support/agent.ts';
import { visitShop } from './support/customer.ts';
import { startDemo, type Demo } from './support/demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  expect(await demo.stop()).toBe(0);
});

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MS = 86_400_000;

const signInFirst = (page: Parameters<typeof signIn>[0]): Promise<Agent> => {
  const [who] = demo.config.agents;
  if (!who) throw new Error('No agent was seeded');
  return signIn(page, demo.config.deskUrl, who);
};

test('nobody is at the desk: the customer is told and waits; it rings when an agent signs in', async ({
  browser,
}) => {
  const [shop, desk] = [await browser.newContext(), await browser.newContext()];
  const customer = await visitShop(await shop.newPage(), demo.config.demoUrl);
  await customer.open();
  await customer.says('I would like to talk to a person');
  await customer.sees(/Nobody is at the desk right now\. We keep your message/);
  const agent = await signInFirst(await desk.newPage());
  await agent.accepts();
  await agent.sees('I would like to talk to a person');
  await agent.says('Sorry for the wait');
  await customer.sees('Sorry for the wait');
  await agent.ends();
  await Promise.all([shop.close(), desk.close()]);
});

test('a customer who closes the tab is away at the desk, and present when they are back', async ({
  browser,
}) => {
  const [shop, desk] = [await browser.newContext(), await browser.newContext()];
  const agent = await signInFirst(await desk.newPage());
  const page = await shop.newPage();
  const customer = await visitShop(page, demo.config.demoUrl);
  await customer.open();
  await customer.says('A person, please');
  await agent.accepts();
  await agent.says('Good day');
  await customer.sees('Good day');
  await expect(agent.page.getByText('On the page now')).toBeVisible();
  await page.close();
  await expect(agent.page.getByText(/^Away: the page is closed/)).toBeVisible();
  await agent.says('Are you still with me?');
  const back = await visitShop(await shop.newPage(), demo.config.demoUrl);
  await back.open();
  await back.sees('Are you still with me?');
  await expect(agent.page.getByText('On the page now')).toBeVisible();
  await agent.ends();
  await Promise.all([shop.close(), desk.close()]);
});

// After those with an agent: this customer goes on waiting.
test('out of hours the customer is told so, and the message is kept', async ({ page }) => {
  // Any moment of the run is neither of that day nor of the one after it.
  const inThreeDays = DAYS[new Date(Date.now() + 3 * DAY_MS).getUTCDay()];
  const hours = { timeZone: 'UTC', spans: [{ day: inThreeDays, from: '09:00', to: '17:00' }] };
  const id = await createIntegration(demo, { name: 'Office hours', workflow: 'queue-agent', hours });
  const customer = await visitShop(page, demo.config.demoUrl, { integration: id });
  await customer.open();
  await customer.says('Is anybody there?');
  await customer.sees(/We are closed at the moment\. We keep your message/);
});

test('a connector that is down when the chat is opened: the page says so, and "Try now" works once it is back', async ({
  page,
}) => {
  const down = `${demo.config.connectorUrl}/**`;
  await page.route(down, (route) => route.abort('connectionrefused'));
  const customer = await visitShop(page, demo.config.demoUrl);
  await page.getByRole('button', { name: /Open chat/ }).click();
  const trouble = customer.chat.getByRole('alert');
  await expect(trouble).toContainText('cannot be reached');
  await page.unroute(down);
  await trouble.getByRole('button').click();
  await expect(customer.chat.getByRole('textbox', { name: 'Message' })).toBeEditable();
  await customer.says('Hello');
  await expect(trouble).toBeHidden();
});

test('an integration that the token service does not know: the page says so instead of waiting for ever', async ({
  page,
}) => {
  const customer = await visitShop(page, demo.config.demoUrl, { integration: 'no-such-integration' });
  await page.getByRole('button', { name: /Open chat/ }).click();
  const trouble = customer.chat.getByRole('alert');
  await expect(trouble).toBeVisible();
  await expect(trouble).toContainText('You are not signed in to this chat.');
});

test.describe('bad input is answered beside the text box, and nothing is lost', () => {
  let dir = '';
  test.beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'colloquy-files-'));
    writeFileSync(join(dir, 'holiday.mp4'), '');
    truncateSync(join(dir, 'holiday.mp4'), 52_428_801);
    writeFileSync(join(dir, 'surprise.exe'), 'MZ');
  });
  test.afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('a text that is too long', async ({ page }) => {
    const customer = await visitShop(page, demo.config.demoUrl);
    await customer.open();
    const box = customer.chat.getByRole('textbox', { name: 'Message' });
    const text = 'coffee '.repeat(600);
    await box.fill(text);
    await expect(customer.chat.getByText(/104 characters too many\. The limit is 4,?096\./)).toBeVisible();
    await box.press('Enter');
    await expect(box).toHaveValue(text);
    await box.fill('coffee');
    await customer.chat.getByRole('button', { name: 'Send message' }).click();
    await customer.sees('coffee');
  });

  for (const [name, words] of [
    ['holiday.mp4', /holiday\.mp4 is too large\. The limit is/],
    ['surprise.exe', /surprise\.exe is a kind of file that cannot be sent here/],
  ] as const)
    test(`the file ${name}`, async ({ page }) => {
      const customer = await visitShop(page, demo.config.demoUrl);
      await customer.open();
      const box = customer.chat.getByRole('textbox', { name: 'Message' });
      await box.fill('Please look at this');
      await customer.chat.locator('input[type=file]').setInputFiles(join(dir, name));
      await expect(customer.chat.getByText(words).first()).toBeVisible();
      await expect(box).toHaveValue('Please look at this');
      await customer.chat.getByRole('button', { name: 'Send message' }).click();
      await customer.sees('Please look at this');
    });
});
