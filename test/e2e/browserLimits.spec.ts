import { expect, test, type BrowserContext } from '@playwright/test';
import { expectOneList } from './support/center.ts';
import { inState, reload, REQUESTS, setStage, type Stage } from './support/tabs.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage();
});
test.afterAll(() => stage.stop());

const NOT_KEPT = 'Messages that wait to be sent are lost if you close this page.';
const HOUR_MS = 3_600_000;

/** What takes the storage away, in the page, before any script of it runs. */
const LIMITS: Readonly<Record<string, (context: BrowserContext) => Promise<unknown>>> = {
  'storage is denied': (context) =>
    context.addInitScript(() => {
      const deny = (): never => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: deny, configurable: true });
      IDBFactory.prototype.open = deny;
    }),
  'there is no IndexedDB': (context) =>
    context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
  'a private window refuses to open the store': (context) =>
    context.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      // As Firefox does in a private window where the site may keep nothing: by an event, later.
      IDBFactory.prototype.open = function refused(name) {
        const request = open.call(this, `${name}-refused`, 1);
        request.addEventListener('upgradeneeded', () => request.transaction?.abort());
        return request;
      };
    }),
  'the store is full from the start': (context) =>
    context.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('Over the quota.', 'QuotaExceededError');
      };
    }),
};

for (const [name, limit] of Object.entries(LIMITS))
  test(`${name}: the page says so while something waits, and all is sent once`, async ({ browser }) => {
    const context = await stage.enters(browser);
    await limit(context);
    const customer = await stage.visits(context);
    const conversation = await stage.begins(customer);
    const note = customer.chat.getByText(NOT_KEPT).first();
    await expect(note).toBeHidden();
    await context.route(REQUESTS.messages, (route) => route.abort('connectionrefused'));
    await customer.says('It waits');
    await expect(inState(customer, 'It waits', 'waiting')).toBeVisible();
    await expect(note).toBeVisible();
    await conversation.says('Meanwhile');
    await customer.sees('Meanwhile');
    await context.unroute(REQUESTS.messages);
    await expectOneList([customer], conversation, ['Before', 'Meanwhile', 'It waits']);
    await expect(note).toBeHidden();
    await conversation.ends();
    await context.close();
  });

test('the store fills up in mid-conversation: the page says so, and what was kept before is not lost', async ({
  browser,
}) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  await context.route(REQUESTS.messages, (route) => route.abort('connectionrefused'));
  await customer.says('Kept');
  await customer.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Over the quota.', 'QuotaExceededError');
    };
  });
  const note = customer.chat.getByText(NOT_KEPT).first();
  await expect(note).toBeHidden();
  await customer.says('Not kept');
  await expect(note).toBeVisible();
  await context.unroute(REQUESTS.messages);
  await expectOneList([customer], conversation, ['Before', 'Kept', 'Not kept']);
  await conversation.ends();
  await context.close();
});

test('the quota of the site is used up: what the page does not warn of outlives a reload, and is sent once', async ({
  browser,
}) => {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context);
  const conversation = await stage.begins(customer);
  const session = await context.newCDPSession(customer.page);
  const origin = new URL(stage.demo.config.demoUrl).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await context.route(REQUESTS.messages, (route) => route.abort('connectionrefused'));
  await customer.chat
    .locator('input[type=file]')
    .setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2_000_000, 'x') });
  await customer.says('With a file');
  await expect(inState(customer, 'With a file', 'waiting')).toBeVisible();
  // Chromium does not count a file that lies on the disk already: it is kept, and so there is no warning.
  await expect(customer.chat.getByText(NOT_KEPT)).toHaveCount(0);
  await reload(customer);
  await context.unroute(REQUESTS.messages);
  await expectOneList([customer], conversation, ['Before', 'With a file']);
  expect(await conversation.files()).toEqual(['large.txt']);
  await conversation.ends();
  await context.close();
});

const ALL = ['Before', 'One', 'Two', 'Said to somebody in a tunnel'];
for (const transport of ['websocket', 'sse', 'long-poll'])
  test(`the device goes offline and comes back over ${transport}: all in order, once`, async ({
    browser,
  }) => {
    const context = await stage.enters(browser);
    const customer = await stage.visits(context, { transports: transport });
    const conversation = await stage.begins(customer);
    await context.setOffline(true);
    await customer.says('One');
    await customer.says('Two');
    await expect(
      customer.log.getByText('Waiting to send').or(customer.log.getByText('Sending')).first(),
    ).toBeVisible();
    await conversation.says('Said to somebody in a tunnel');
    await context.setOffline(false);
    // Two who speak at once: the connector may hear one of them first, and the contact centre the other.
    for (const words of [() => customer.messages(), () => conversation.texts()]) {
      await expect.poll(async () => (await words()).toSorted(), { timeout: 30_000 }).toEqual(ALL.toSorted());
      expect((await words()).filter((text) => !text.startsWith('Said'))).toEqual(['Before', 'One', 'Two']);
    }
    await conversation.ends();
    await context.close();
  });

for (const hours of [-24, 24])
  test(`a device clock that is ${hours} hours off changes nothing`, async ({ browser }) => {
    const context = await stage.enters(browser);
    await context.addInitScript((offMs) => {
      const now = Date.now;
      const Real = Date;
      Date.now = () => now() + offMs;
      window.Date = new Proxy(Real, {
        construct: (target, given, self) =>
          Reflect.construct(target, given.length === 0 ? [Date.now()] : given, self),
      });
    }, hours * HOUR_MS);
    const customer = await stage.visits(context);
    expect(await customer.page.evaluate(() => Date.now())).not.toBeCloseTo(Date.now(), -7);
    const conversation = await stage.begins(customer);
    await customer.says('What time is it?');
    await expectOneList([customer], conversation, ['Before', 'What time is it?']);
    await conversation.says('Coffee time');
    await expectOneList([customer], conversation, ['Before', 'What time is it?', 'Coffee time']);
    await expect(customer.log.getByText('Coffee time')).toBeVisible();
    await conversation.ends();
    await context.close();
  });
