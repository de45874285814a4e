import { expect, test, type Locator, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname, searchParams }) => {
    if (pathname === '/away')
      return { body: '<!doctype html><html lang="en"><title>Away</title><p>No chat.</p>' };
    return /^\/(shop|basket|help|window)$/.test(pathname)
      ? { body: pageOf(pathname, searchParams) }
      : undefined;
  });
});
test.afterAll(() => server.stop());

test('a single-page site goes from view to view, swaps its body and changes its title: the chat stays as it is', async ({
  page,
}) => {
  const { chat, field, log } = await visit(page, '/shop', 'single');
  await say(field, log, 'Before');
  await field.fill('Half a sent');
  const marked = await chat.evaluateHandle((element) => element);
  await page.evaluate(() => {
    history.pushState({ view: 'basket' }, '', '/basket');
    document.title = 'Basket';
    document.body.innerHTML = '<main>Another view</main>';
  });
  await page.evaluate(() => {
    history.replaceState({ view: 'help' }, '', '/help');
    document.body.replaceWith(document.createElement('body'));
    dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(await chat.evaluate((element, before) => element === before, marked)).toBe(true);
  await expect(field).toHaveValue('Half a sent');
  await expect(field).toBeFocused();
  await say(field, log, 'After');
  await page.evaluate(() => history.back());
  await expect.poll(() => pathOf(page)).toBe('/shop');
  await expectWords(log, ['Before', 'After']);
  expect(await page.title()).toBe('Basket');
});

test('on the next page of the same tab the chat stands open with its conversation, and takes no focus', async ({
  page,
}) => {
  const { chat, field, log } = await visit(page, '/shop', 'next');
  await say(field, log, 'On the first page');
  await page.goto(`${server.origin}/basket?customer=next`);
  await expect(log.getByText('On the first page')).toBeVisible();
  await expect(field).not.toBeFocused();
  await page.reload();
  await expect(log.getByText('On the first page')).toBeVisible();
  await say(field, log, 'After a reload');
  await expectWords(log, ['On the first page', 'After a reload']);
  await chat.getByRole('button', { name: 'Minimize chat' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open chat' })).toBeVisible();
  await expect(chat).toBeHidden();
});

test('a new tab knows the conversation and waits closed; one that is left open leaves the others as they are', async ({
  page,
  context,
}) => {
  const { field, log } = await visit(page, '/shop', 'tabs');
  await say(field, log, 'In the first tab');
  const second = await context.newPage();
  await second.goto(`${server.origin}/help?customer=tabs`);
  const launcher = second.getByRole('button', { name: /^Open chat/ });
  await expect(launcher).toHaveAttribute('aria-expanded', 'false');
  await launcher.click();
  const other = partsOf(second);
  await expect(other.log.getByText('In the first tab')).toBeVisible();
  await say(other.field, other.log, 'In the second');
  await expect(log.getByText('In the second')).toBeVisible();
  await other.chat.getByRole('button', { name: 'Minimize chat' }).click();
  // Closed here, open there.
  await page.reload();
  await expect(log.getByText('In the second')).toBeVisible();
});

test('popped out, the same conversation goes on in a window of its own, and the page keeps its launcher', async ({
  page,
  context,
}) => {
  const { chat, field, log } = await visit(page, '/shop', 'popped', 'data-pop-out="/window?customer=popped"');
  await say(field, log, 'On the page');
  const opening = context.waitForEvent('page');
  const popOut = (): unknown => Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['popOut']);
  expect(await page.evaluate(popOut)).toBe(true);
  const popped = await opening;
  const launcher = page.getByRole('button', { name: /^Open chat/ });
  // The window in front may be the other one, and has the focus of the two.
  await expect.poll(() => launcher.evaluate(isActive)).toBe(true);
  await expect(chat).toBeHidden();
  const own = partsOf(popped);
  await expect(own.log.getByText('On the page')).toBeVisible();
  expect(await popped.evaluate(() => innerWidth)).toBe((await own.chat.boundingBox())?.width);
  await say(own.field, own.log, 'In the window');
  await popped.close();
  await launcher.click();
  await expect(log.getByText('In the window')).toBeVisible();
});

test('out of the back/forward cache the chat stands as it was left, and goes on', async ({ page }) => {
  const { chat, field, log } = await visit(page, '/shop', 'cached');
  await say(field, log, 'Before');
  await field.fill('Half a sent');
  await page.goto(`${server.origin}/away`);
  await page.evaluate(() => history.back());
  await expect.poll(() => pathOf(page)).toBe('/shop');
  await expect(chat).toBeVisible();
  await expect(field).toBeEditable();
  await say(field, log, 'Afterwards');
  await expectWords(log, ['Before', 'Afterwards']);
});

/** Where the page says it is: the address that Playwright keeps over BiDi stays behind after a return from the cache. */
function pathOf(page: Page): Promise<string> {
  return page.evaluate(() => location.pathname).catch(() => '');
}

function isActive(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.activeElement === element;
}

function pageOf(name: string, given: URLSearchParams): string {
  const shell = name === '/window' ? 'page' : 'floating';
  return `<!doctype html><html lang="en"><title>${name}</title><p>A page.</p>
<script src="/widget.js" data-integration-id="${server.integrationId}" data-token-url="/token?customer=${given.get('customer')}"
 data-transports="sse" data-shadow="open" data-shell="${shell}" ${given.get('more') ?? ''}></script>`;
}

async function visit(page: Page, path: string, customer: string, more = ''): Promise<Parts> {
  await page.goto(`${server.origin}${path}?${new URLSearchParams({ customer, more })}`);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const parts = partsOf(page);
  await expect(parts.field).toBeEditable();
  // One can write before; but a page that is left takes along only what a session has.
  await expect(parts.chat.locator('[data-connection="connected"]')).toBeAttached();
  return parts;
}

function partsOf(page: Page): Parts {
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  return {
    chat,
    field: chat.getByRole('textbox', { name: 'Message' }),
    log: chat.getByRole('log', { name: 'Messages' }),
  };
}

interface Parts {
  readonly chat: Locator;
  readonly field: Locator;
  readonly log: Locator;
}

async function say(field: Locator, log: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
  await expect(log.getByText(text, { exact: true })).toBeVisible();
}

/** Each once, in this order, whatever others have said between. */
async function expectWords(log: Locator, said: readonly string[]): Promise<void> {
  const shown = () => log.locator('[data-message-text]').allInnerTexts();
  await expect.poll(async () => (await shown()).filter((text) => said.includes(text))).toEqual(said);
}
