import { expect, test, type BrowserContext, type Route } from '@playwright/test';
import { expectOneList, type Conversation } from './support/center.ts';
import type { Customer } from './support/customer.ts';
import { inState, reload, REQUESTS, setStage, type Stage } from './support/tabs.ts';

let stage: Stage;
test.beforeAll(async () => {
  stage = await setStage();
});
test.afterAll(() => stage.stop());

const refuse = (route: Route): Promise<void> => route.abort('connectionrefused');
/** The request never gets an answer. */
const hang = (): Promise<void> => new Promise(() => undefined);
/** Left out of Firefox by its project (playwright.config.ts): a request that is fetched and never answered holds up the reload there. */
const CHROMIUM_ONLY = { tag: '@chromium' };
const note = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`This is ${name}`) });

interface Scene {
  readonly context: BrowserContext;
  readonly customer: Customer;
  readonly conversation: Conversation;
}

/** A conversation with one message, over this transport; the page is gone when the journey is over. */
async function play(
  transports: string,
  browser: Parameters<Stage['enters']>[0],
  go: (scene: Scene) => Promise<void>,
) {
  const context = await stage.enters(browser);
  const customer = await stage.visits(context, { transports });
  const conversation = await stage.begins(customer);
  await go({ context, customer, conversation });
  await conversation.ends();
  await context.close();
}

for (const transport of ['websocket', 'sse', 'long-poll']) {
  test.describe(`reloaded over ${transport}`, () => {
    test('a message that waits outlives two reloads and comes once', ({ browser }) =>
      play(transport, browser, async ({ context, customer, conversation }) => {
        await context.route(REQUESTS.messages, refuse);
        await customer.says('It waits');
        await expect(inState(customer, 'It waits', 'waiting')).toBeVisible();
        await reload(customer);
        await reload(customer);
        await customer.sees('It waits');
        await customer.says('And another');
        await context.unroute(REQUESTS.messages);
        await expectOneList([customer], conversation, ['Before', 'It waits', 'And another']);
      }));

    test('a message on its way that never got there comes once', ({ browser }) =>
      play(transport, browser, async ({ context, customer, conversation }) => {
        await context.route(REQUESTS.messages, hang);
        await customer.says('On its way');
        await expect(inState(customer, 'On its way', 'sending')).toBeVisible();
        await context.unroute(REQUESTS.messages);
        await reload(customer);
        await expectOneList([customer], conversation, ['Before', 'On its way']);
      }));

    test('a message that got there and was never answered comes once', CHROMIUM_ONLY, ({ browser }) =>
      play(transport, browser, async ({ context, customer, conversation }) => {
        let arrived = (): void => undefined;
        const isThere = new Promise<void>((resolve) => (arrived = resolve));
        await context.route(REQUESTS.messages, async (route) => {
          await route.fetch();
          arrived();
        });
        await customer.says('Is it there?');
        await isThere;
        await reload(customer);
        await context.unroute(REQUESTS.messages);
        await customer.says('After');
        await expectOneList([customer], conversation, ['Before', 'Is it there?', 'After']);
      }),
    );

    test('a refused message is still refused after a reload, and is sent by hand once', ({ browser }) =>
      play(transport, browser, async ({ context, customer, conversation }) => {
        await context.route(REQUESTS.messages, (route) =>
          route.fulfill({
            status: 502,
            headers: { 'access-control-allow-origin': '*' },
            contentType: 'application/problem+json',
            body: JSON.stringify({
              ...{ type: 'about:blank#upstream-refused', code: 'upstream-refused' },
              ...{ title: 'The contact centre refused', status: 502 },
            }),
          }),
        );
        await customer.says('Refused at first');
        await expect(inState(customer, 'Refused at first', 'failed')).toBeVisible();
        await context.unroute(REQUESTS.messages);
        await reload(customer);
        await expect(inState(customer, 'Refused at first', 'failed')).toBeVisible();
        await customer.presses('Try again');
        await expectOneList([customer], conversation, ['Before', 'Refused at first']);
      }));

    test('files of which one is up are all there, and that one is not sent up again', ({ browser }) =>
      play(transport, browser, async ({ context, customer, conversation }) => {
        const up: string[] = [];
        let isStuck = true;
        await context.route(REQUESTS.attachments, async (route) => {
          const name = new URL(route.request().url()).searchParams.get('name') ?? '';
          if (name === 'second.txt' && isStuck) return hang();
          up.push(name);
          return route.continue();
        });
        const stuck = customer.page.waitForRequest(/attachments\?name=second/);
        await customer.chat
          .locator('input[type=file]')
          .setInputFiles([note('first.txt'), note('second.txt')]);
        await customer.says('Two files');
        await stuck;
        isStuck = false;
        await reload(customer);
        await expectOneList([customer], conversation, ['Before', 'Two files']);
        expect(await conversation.files()).toEqual(['first.txt', 'second.txt']);
        expect(up.filter((name) => name === 'first.txt')).toHaveLength(1);
        await expect(customer.log.getByRole('link', { name: /first/ })).toHaveCount(1);
      }));
  });
}
