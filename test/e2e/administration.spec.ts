import { expect, test } from '@playwright/test';
import { signIn } from './support/agent.ts';
import { visitShop } from './support/customer.ts';
import { startDemo, until, type Demo } from './support/demo.ts';

let demo: Demo;
test.beforeAll(async () => {
  demo = await startDemo();
});
test.afterAll(async () => {
  expect(await demo.stop()).toBe(0);
});

test('an administrator creates an integration, and a chat arrives on it', async ({ browser }) => {
  const office = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const admin = await office.newPage();
  const { user, password } = demo.config.admin;

  const id = await test.step('the administrator makes it on the seeded connector element', async () => {
    await admin.goto(demo.config.deskUrl);
    await admin.getByRole('textbox', { name: 'User' }).fill(user);
    await admin.getByLabel('Password').fill(password);
    await admin.getByRole('button', { name: 'Sign in' }).click();
    await admin.getByRole('button', { name: 'New integration' }).click();
    const form = admin.getByRole('region', { name: 'New integration' });
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Wholesale');
    await form.getByRole('combobox', { name: 'Connector element' }).selectOption('Colloquy messaging');
    await form.getByRole('button', { name: 'Save' }).click();
    const saved = admin.getByRole('region', { name: 'Edit Wholesale' });
    await expect(saved.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    await saved.getByRole('button', { name: 'Copy Integration id' }).click();
    await expect(saved.getByText('Copied')).toBeVisible();
    return admin.evaluate(() => navigator.clipboard.readText());
  });

  await test.step('demo.json names it beside the seeded ones', async () => {
    const listed = async (): Promise<readonly string[]> =>
      (await demo.reread()).integrations.map((each) => each.id);
    await until(async () => (await listed()).includes(id), 'the new integration in demo.json');
    expect(await listed()).toEqual([demo.config.integrationId, demo.config.chatIntegrationId, id]);
  });

  await test.step('a customer comes in by it, and the agent gets them', async () => {
    const [shop, desk] = [await browser.newContext(), await browser.newContext()];
    const [who] = demo.config.agents;
    if (!who) throw new Error('No agent was seeded');
    const agent = await signIn(await desk.newPage(), demo.config.deskUrl, who);
    const customer = await visitShop(await shop.newPage(), demo.config.demoUrl, { integration: id });
    await customer.open();
    await customer.says('I would like to talk to a person');
    await expect(agent.page.getByText(/Wholesale/).first()).toBeVisible();
    await agent.accepts();
    await agent.sees('I would like to talk to a person');
    await agent.says('Wholesale, good day');
    await customer.sees('Wholesale, good day');
    await Promise.all([shop.close(), desk.close()]);
  });
  await office.close();
});
