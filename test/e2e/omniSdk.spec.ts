import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { signIn, type Agent } from './support/agent.ts';
import { visitShop } from './support/customer.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { serveOmniSite, type OmniSite } from './support/omniSite.ts';
import { signInCustomer } from './support/sdkPage.ts';

/** The two scripts of docs/migration.md, in a real browser against the running servers. */
let demo: Demo;
let site: OmniSite;
test.beforeAll(async ({ playwright }) => {
  demo = await startDemo({ args: ['--bot', 'off'] });
  const asking = await playwright.request.newContext();
  const answer = await asking.post(`${demo.config.tokensUrl}/token`, {
    data: { integrationId: demo.config.integrationId },
    headers: { origin: new URL(demo.config.demoUrl).origin },
  });
  const { appkey }: { appkey: string } = await answer.json();
  await asking.dispose();
  site = await serveOmniSite(demo, appkey);
});
test.afterAll(async () => {
  await site.close();
  expect(await demo.stop()).toBe(0);
});

async function customerOf(browser: Browser, user: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  await signInCustomer(context, demo, user);
  return context;
}

async function agentOf(browser: Browser, at: number): Promise<Agent> {
  const who = demo.config.agents[at];
  if (!who) throw new Error('No such agent was seeded');
  return signIn(await (await browser.newContext()).newPage(), demo.config.deskUrl, who);
}

async function visitMessaging(page: Page) {
  await page.goto(`${site.url}/messaging.html`);
  await expect(page).toHaveTitle('Connected');
  const log = page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  return {
    log,
    async says(text: string) {
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(log.getByText(text, { exact: true })).toHaveCount(1);
    },
  };
}

async function visitElement(page: Page) {
  await page.goto(`${site.url}/element.html`);
  await page.getByRole('button', { name: /Open chat/ }).click();
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  const box = chat.getByRole('textbox', { name: 'Message' });
  await expect(box).toBeEditable();
  const log = chat.getByRole('log', { name: 'Messages' });
  return {
    chat,
    log,
    async says(text: string) {
      await box.fill(text);
      await chat.getByRole('button', { name: 'Send message' }).click();
      await expect(log.getByText(text, { exact: true })).toBeVisible();
    },
  };
}

test('an Omni SDK page, the element and our widget as one customer show one list, and the agent answers all', async ({
  browser,
}) => {
  const agent = await agentOf(browser, 0);
  const laptop = await customerOf(browser, 'mara');
  const phone = await customerOf(browser, 'mara');
  const tablet = await customerOf(browser, 'mara');
  const widget = await visitShop(await laptop.newPage(), demo.config.demoUrl);
  await widget.open();
  await widget.says('From the widget');
  const page = await visitMessaging(await phone.newPage());
  await expect(page.log.getByText('From the widget')).toBeVisible(); // it is in the log before the next is
  await page.says('From the Omni page');
  const element = await visitElement(await tablet.newPage());
  await expect(element.chat.getByRole('heading', { name: 'Ask us' })).toBeVisible();
  await expect(element.log.getByText('From the Omni page')).toBeVisible();
  await element.says('From the element');
  await agent.accepts();
  await agent.sees('From the element');
  await agent.says('Good day to all of you');
  const all = ['From the widget', 'From the Omni page', 'From the element', 'Good day to all of you'];
  await expect.poll(() => page.log.allInnerTexts()).toEqual(all);
  await expect.poll(() => widget.messages()).toEqual(all);
  await expect.poll(() => element.log.locator('[data-message-text]').allInnerTexts()).toEqual(all);
  for (const context of [laptop, phone, tablet, agent.page.context()]) await context.close();
});

test('what was written stands there after a reload, in both', async ({ browser }) => {
  const context = await customerOf(browser, 'jonas');
  const first = await context.newPage();
  const page = await visitMessaging(first);
  await page.says('Before the reload');
  await first.reload();
  await expect(page.log.getByText('Before the reload', { exact: true })).toHaveCount(1);
  const element = await visitElement(await context.newPage());
  await expect(element.log.getByText('Before the reload', { exact: true })).toHaveCount(1);
  await element.says('From the element');
  await expect(page.log.getByText('From the element', { exact: true })).toHaveCount(1);
  await context.close();
});
