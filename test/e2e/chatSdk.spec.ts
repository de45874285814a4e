import { expect, test, type Browser, type Page, type WebSocketRoute } from '@playwright/test';
import { signIn, type Agent } from './support/agent.ts';
import { visitShop } from './support/customer.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { serveSdkSite, signInCustomer, visitGuide, type SdkPage, type SdkSite } from './support/sdkPage.ts';

/** The examples of the guide (seed 004) on a page with one script tag, in their order, against the running servers. */
let demo: Demo;
let site: SdkSite;
test.beforeAll(async () => {
  demo = await startDemo({ args: ['--bot', 'off'] });
  site = await serveSdkSite(demo);
});
test.afterAll(async () => {
  await site.close();
  expect(await demo.stop()).toBe(0);
});

const faults: string[] = [];
test.beforeEach(({ context }) => {
  faults.length = 0;
  context.on('weberror', (fault) => faults.push(fault.error().message));
});
test.afterEach(() => {
  expect(faults, 'errors that nobody caught').toEqual([]);
});

async function agentOf(browser: Browser, at = 0): Promise<Agent> {
  const who = demo.config.agents[at];
  if (!who) throw new Error('No such agent was seeded');
  return signIn(await (await browser.newContext()).newPage(), demo.config.deskUrl, who);
}

/** The page's tokens whose remaining life the connector has told it, as they come. */
function timedTokens(page: Page): ReadonlySet<unknown> {
  const timed = new Set<unknown>();
  page.on('websocket', (socket) => {
    let token: unknown;
    socket.on('framesent', ({ payload }) => {
      const frame = JSON.parse(String(payload)) as { token?: unknown };
      token = frame.token ?? token;
    });
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"tokenExpiresInMs"')) timed.add(token);
    });
  });
  return timed;
}

async function startChat(guide: SdkPage): Promise<void> {
  await guide.presses('Start');
  await expect(guide.line).toHaveText('connected');
  await guide.presses('New chat');
  await expect(guide.session).toHaveText('chat ACTIVE');
}

/** Cuts the page's road to the connector until it is mended. */
async function roadOf(page: Page): Promise<{ cut(): Promise<void>; mend(): Promise<void> }> {
  const sockets = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/\/chat\/v1\//, (socket) => {
    if (isCut) return void socket.close({ code: 1006 }).catch(() => socket.close());
    socket.connectToServer();
    sockets.add(socket);
  });
  const all = `${demo.config.connectorUrl}/**`;
  return {
    async cut() {
      isCut = true;
      await page.route(all, (route) => route.abort('connectionrefused'));
      for (const socket of sockets) await socket.close();
      sockets.clear();
    },
    async mend() {
      isCut = false;
      await page.unroute(all);
    },
  };
}

// Those with an agent come first: the others leave customers waiting at the desk.
test('start, send, deliver, receive, participants, leave', async ({ browser, page }) => {
  const agent = await agentOf(browser);
  await signInCustomer(page.context(), demo, 'mara');
  const guide = await visitGuide(page, site, demo);
  await startChat(guide);
  await guide.says('I would like to talk to a person');
  await agent.accepts();
  await agent.says('Good day, I am here');
  await expect(guide.messages.filter({ hasText: 'Good day, I am here' })).toBeVisible();
  const participants = page.getByRole('list', { name: 'Participants' });
  await expect(participants.getByText(/^CUSTOMER Mara/)).toBeVisible();
  await expect(participants.getByText(/^AGENT/)).toBeVisible();
  await guide.presses('Leave chat');
  await expect(guide.session).toHaveText('chat over');
  await guide.presses('Leave chat');
  await expect(guide.error).toHaveText('ACSException ACS-314');
  expect(await guide.told('INITIALIZED')).toHaveLength(1);
  await agent.page.context().close();
});

test('connection lost: tried until the window is over, then only by retryConnection; nothing is lost', async ({
  browser,
  page,
}) => {
  test.slow(); // minutes of the page's clock, in steps
  await page.clock.install();
  const road = await roadOf(page);
  const agent = await agentOf(browser, 1);
  const guide = await visitGuide(page, site, demo, { configs: { idleTimeout: 0 } });
  await startChat(guide);
  await guide.presses('Retry');
  await expect(guide.error).toHaveText('ACSException ACS-318');
  await guide.says('A person, please');
  await agent.accepts();
  await road.cut();
  await expect(guide.line).toHaveText('failed: SERVER_UNREACHABLE');
  await agent.says('Are you there?');
  for (let second = 0; second < 130; second += 10) await page.clock.fastForward(10_000);
  await expect(guide.line).toHaveText('failed: RECONNECTION_TIMEOUT');
  await road.mend();
  const before = (await guide.told('EVENT_STREAM_CONNECTING')).length;
  await page.clock.fastForward(120_000);
  expect(await guide.told('EVENT_STREAM_CONNECTING')).toHaveLength(before);
  await guide.presses('Retry');
  await expect(guide.line).toHaveText('connected');
  await expect(guide.messages.filter({ hasText: 'Are you there?' })).toHaveCount(1);
  await agent.ends();
  await agent.page.context().close();
});

test('the Chat SDK and our widget show one customer the same list', async ({ browser, context }) => {
  await signInCustomer(context, demo, 'noor');
  const agent = await agentOf(browser);
  const guide = await visitGuide(await context.newPage(), site, demo);
  await startChat(guide);
  await guide.says('Written with the SDK');
  await agent.accepts();
  const widget = await visitShop(await context.newPage(), demo.config.demoUrl, { integration: 'chat' });
  await widget.open();
  await widget.sees('Written with the SDK');
  await widget.says('Written in the widget');
  await expect(guide.messages.filter({ hasText: 'Written in the widget' })).toBeVisible();
  await agent.says('Heard both');
  await widget.sees('Heard both');
  await expect(guide.messages.filter({ hasText: 'Heard both' })).toBeVisible();
  await guide.presses('History');
  const history = guide.page.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(history.last()).toHaveText('Heard both');
  await expect(async () => expect(await history.allInnerTexts()).toEqual(await widget.messages())).toPass();
  await agent.ends();
  await agent.page.context().close();
});

test('the page of the migration guide works as it stands there', async ({ browser, page }) => {
  const agent = await agentOf(browser);
  await page.goto(`${site.url}/migrated.html`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await page.getByRole('textbox', { name: 'Message' }).fill('A person, please');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('You: A person, please')).toBeVisible();
  await agent.accepts();
  await agent.says('Good day');
  await expect(page.getByText(/: Good day$/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Good day')).toBeVisible();
  await agent.says('Welcome back');
  await expect(page.getByText(/: Welcome back$/)).toBeVisible();
  await agent.ends();
  await agent.page.context().close();
});

test('page back through all that was said', async ({ page }) => {
  const guide = await visitGuide(page, site, demo);
  await startChat(guide);
  for (let at = 1; at <= 18; at++) await guide.says(`Message ${at}`);
  await guide.presses('History');
  const history = page.getByRole('list', { name: 'History' }).getByText(/^Message \d+$/);
  await expect(history.last()).toHaveText('Message 18');
  await expect(history.first()).not.toHaveText('Message 1');
  await guide.presses('Load more');
  await expect(history).toHaveText(Array.from({ length: 18 }, (_, at) => `Message ${at + 1}`));
});

test('a second session finds the chat by getEngagements and joins it; a reload goes on without joining', async ({
  context,
}) => {
  const first = await visitGuide(await context.newPage(), site, demo);
  await startChat(first);
  await first.says('From the first session');
  const second = await visitGuide(await context.newPage(), site, demo);
  await second.presses('Start');
  await expect(second.session).toHaveText('guest, 1 chats');
  await second.opens('PENDING');
  await expect(second.session).toHaveText('chat ACTIVE');
  await second.says('From the second session');
  await expect(first.messages.filter({ hasText: 'From the second session' })).toBeVisible();
  await first.page.reload();
  await first.presses('Start');
  await expect(first.session).toHaveText('guest, 1 chats');
  await first.opens('ACTIVE');
  await second.says('Still here?');
  await expect(first.messages.filter({ hasText: 'Still here?' })).toBeVisible();
});

test('two chats at once keep their own ids', async ({ page }) => {
  const guide = await visitGuide(page, site, demo);
  await startChat(guide);
  await guide.says('About lamps');
  const lamps = await guide.chat.innerText();
  await guide.presses('New chat');
  await expect(guide.chat).not.toHaveText(lamps);
  await expect.poll(async () => (await guide.told('ENGAGEMENT_ACTIVE')).length).toBe(2);
  await guide.says('About chairs');
  const ids = (await guide.told('ENGAGEMENT_ACTIVE')).map(({ engagementId }) => engagementId);
  const delivered = await guide.told('MESSAGE_DELIVERED');
  expect(new Set(ids).size).toBe(2);
  expect(delivered.map(({ engagementId }) => engagementId)).toEqual(ids);
  await guide.presses('List chats');
  await expect(page.getByRole('list', { name: 'Chats' }).getByRole('listitem')).toHaveCount(2);
});

test('idle warning, staying, and the end after the grace time; init again finds the chat', async ({
  page,
}) => {
  await page.clock.install();
  const guide = await visitGuide(page, site, demo);
  await startChat(guide);
  await guide.says('Hello');
  await page.clock.fastForward(300_000);
  const warning = page.getByRole('alert');
  await expect(warning).toHaveText('The session will expire in 30');
  await guide.presses('Continue');
  await expect(warning).toHaveText('');
  await page.clock.fastForward(300_000);
  await expect(warning).toHaveText('The session will expire in 30');
  await page.clock.fastForward(31_000);
  await expect(guide.session).toHaveText('shut down: USER_INACTIVE');
  await guide.presses('New chat');
  await expect(guide.error).toHaveText('ACSException ACS-310');
  await guide.presses('Start');
  await expect(guide.session).toHaveText('guest, 1 chats');
});

test('the token: reminder and renewal; expiry, disconnected until another one is set', async ({ page }) => {
  await page.clock.install();
  const timed = timedTokens(page);
  const guide = await visitGuide(page, site, demo, { configs: { idleTimeout: 0 } });
  await startChat(guide);
  await page.clock.fastForward(721_000);
  await expect.poll(async () => (await guide.told('TOKEN_EXPIRY_REMINDER')).length).toBe(1);
  await guide.says('With the next token');
  expect(await guide.told('TOKEN_EXPIRED')).toEqual([]);
  await page.evaluate(() => Object.assign(Reflect.get(window, 'PAGE'), { renews: false }));
  await expect.poll(() => timed.size, 'tokens whose life the connector has told').toBe(2);
  const lines = (await guide.told('EVENT_STREAM_CONNECTED')).length;
  // So far and no farther: the leap kills the line, and the connector, whose clock did not leap, opens the next one.
  await page.clock.fastForward(880_000);
  await expect.poll(async () => (await guide.told('EVENT_STREAM_CONNECTED')).length).toBe(lines + 1);
  expect(await guide.told('TOKEN_EXPIRED')).toEqual([]);
  await page.clock.fastForward(21_000);
  await expect(guide.line).toHaveText('failed: UNAUTHORIZED');
  expect(await guide.told('TOKEN_EXPIRED')).toHaveLength(1);
  await page.clock.fastForward(60_000);
  await expect(guide.line).toHaveText('failed: UNAUTHORIZED');
  await guide.presses('Renew token');
  await expect(guide.line).toHaveText('connected');
  await guide.says('Here I am again');
});

test('shutdown, and init again', async ({ page }) => {
  const guide = await visitGuide(page, site, demo);
  await startChat(guide);
  await guide.says('Before');
  await guide.presses('Start');
  await expect(guide.error).toHaveText('ACSException ACS-204');
  await guide.presses('Shut down');
  await expect(guide.session).toHaveText('shut down: USER_CLOSED');
  await expect(guide.line).toHaveText('closed');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await guide.presses('Start');
  await expect(guide.session).toHaveText('guest, 1 chats');
  await guide.opens('PENDING');
  await guide.says('After');
});
