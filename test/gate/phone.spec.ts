import { expect, test, type Locator, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

const PHONE = { width: 390, height: 844 };
const LANDSCAPE = { width: 844, height: 390 };
/** What a keyboard leaves of a small phone on its side. */
const LEFT_PX = 180;
const UNFOLDED = { width: 884, height: 1104 };

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname, searchParams }) =>
    pathname === '/host' || pathname === '/before' ? { body: pageOf(searchParams) } : undefined,
  );
});
test.afterAll(() => server.stop());

test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

test('on a phone the chat fills the screen and nothing asks for a keyboard that nobody wanted', async ({
  page,
}) => {
  const { chat, field } = await visit(page);
  await open(page);
  await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, ...PHONE });
  await expect(launcherOf(page)).toBeHidden();
  await expect(field).not.toBeFocused();
  // Smaller letters make iOS zoom into the page.
  expect(
    parseFloat(await field.evaluate((element) => getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(16);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
});

test('the page below does not scroll while the chat fills the phone, and stands where it stood afterwards', async ({
  page,
}) => {
  const { chat } = await visit(page);
  await page.evaluate(() => scrollTo(0, 600));
  await open(page);
  await expect.poll(() => overflowOf(page)).toBe('hidden');
  await tap(chat.getByRole('button', { name: 'Minimize chat' }));
  await expect(chat).toBeHidden();
  await expect.poll(() => overflowOf(page)).toBe('');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(600);
});

test('going back closes the chat and leaves the page; closing by its button leaves no entry behind', async ({
  page,
}) => {
  await page.goto(`${server.origin}/before`);
  const { chat } = await visit(page);
  await open(page);
  await expect.poll(() => overflowOf(page)).toBe('hidden');
  await page.evaluate(() => history.back());
  await expect(chat).toBeHidden();
  expect(await pathOf(page)).toBe('/host');
  await open(page);
  await expect.poll(() => page.evaluate(() => history.state)).toMatchObject({ colloquy: 'default' });
  await tap(chat.getByRole('button', { name: 'Minimize chat' }));
  await expect(chat).toBeHidden();
  await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
  // Out of the back/forward cache, it is not loaded: there is no event to wait for.
  await page.evaluate(() => history.back());
  await expect.poll(() => pathOf(page)).toBe('/before');
});

test('a page that says so keeps its scrolling and its history', async ({ page }) => {
  const { chat } = await visit(page, { 'scroll-lock': 'off', back: 'off' });
  const entries = await page.evaluate(() => history.length);
  await open(page);
  await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, ...PHONE });
  await surroundingsOf(page);
  expect(await overflowOf(page)).toBe('');
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('what the keyboard leaves is what the chat fills, and all of it again when it has gone', async ({
  page,
}) => {
  await page.addInitScript(keyboard);
  const { chat, field } = await visit(page);
  await open(page);
  await tap(field);
  await page.evaluate(() => Reflect.get(window, 'raiseKeyboard')(336, 12));
  await expect
    .poll(() => boxOf(chat))
    .toEqual({ x: 0, y: 12, width: PHONE.width, height: PHONE.height - 336 });
  const [header, composer] = [await boxOf(chat.locator('header')), await boxOf(field)];
  expect(header.y).toBe(12);
  expect(composer.y + composer.height).toBeLessThanOrEqual(PHONE.height - 336 + 12);
  // A bar of the browser's that goes moves nothing.
  await page.evaluate(() => Reflect.get(window, 'raiseKeyboard')(56, 0));
  await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, ...PHONE });
  await page.evaluate(() => Reflect.get(window, 'raiseKeyboard')(0, 0));
  await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, ...PHONE });
});

test('on its side, with a keyboard that leaves 180 px, one can read, write and leave', async ({ page }) => {
  await page.addInitScript(keyboard);
  await page.setViewportSize(LANDSCAPE);
  const { chat, field } = await visit(page);
  await open(page);
  await tap(field);
  await field.fill('Hello');
  await field.press('Enter');
  const log = chat.getByRole('log', { name: 'Messages' });
  await expect(log.locator('[data-message-text]').nth(1)).toBeAttached();
  await field.fill('And what is written next');
  await page.evaluate((taken) => Reflect.get(window, 'raiseKeyboard')(taken, 0), LANDSCAPE.height - LEFT_PX);
  await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, width: LANDSCAPE.width, height: LEFT_PX });
  for (const what of [field, chat.getByRole('button', { name: 'Send message' }), chat.locator('header')]) {
    const { y, height } = await boxOf(what);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(LEFT_PX);
  }
  const back = await boxOf(chat.getByRole('button', { name: 'Minimize chat' }));
  expect(back.y + back.height).toBeLessThanOrEqual(LEFT_PX);
  expect((await boxOf(log)).height).toBeGreaterThanOrEqual(36);
  // The newest line stays in view as the keyboard comes.
  const end = (element: Element): number => element.scrollHeight - element.clientHeight - element.scrollTop;
  await expect.poll(() => log.evaluate(end)).toBeLessThan(2);
  expect(await chat.evaluate(end)).toBeLessThanOrEqual(8);
});

/** Only DevTools can give a browser insets. */
const CHROMIUM_ONLY = { tag: '@chromium' };

test(
  'nothing to read or press lies under a notch or the home bar, upright and on its side',
  CHROMIUM_ONLY,
  async ({ page }) => {
    const { chat, field } = await visit(page);
    const session = await page.context().newCDPSession(page);
    const insets = { top: 47, bottom: 34, left: 0, right: 0 };
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    const launcher = await boxOf(launcherOf(page));
    expect(launcher.y + launcher.height).toBe(PHONE.height - 20 - insets.bottom);
    await open(page);
    await expect.poll(async () => (await boxOf(chat.locator('header'))).y).toBe(insets.top);
    const composer = await boxOf(field);
    expect(composer.y + composer.height).toBeLessThanOrEqual(PHONE.height - insets.bottom);

    const sideways = { top: 0, bottom: 21, left: 47, right: 47 };
    await page.setViewportSize(LANDSCAPE);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets: sideways });
    await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, ...LANDSCAPE });
    await expect.poll(async () => (await boxOf(chat.locator('header'))).x).toBe(sideways.left);
    const turned = await boxOf(field);
    expect(turned.x + turned.width).toBeLessThanOrEqual(LANDSCAPE.width - sideways.right);
    expect(turned.y + turned.height).toBeLessThanOrEqual(LANDSCAPE.height - sideways.bottom);
  },
);

test('a phone that is unfolded gets a window over a page that scrolls, and folded the whole screen again', async ({
  page,
}) => {
  const { chat } = await visit(page);
  const entries = await page.evaluate(() => history.length);
  await open(page);
  await expect.poll(() => overflowOf(page)).toBe('hidden');
  await page.setViewportSize(UNFOLDED);
  await expect.poll(async () => (await boxOf(chat)).width).toBe(400);
  await expect.poll(() => overflowOf(page)).toBe('');
  await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
  await expect(launcherOf(page)).toBeVisible();
  await page.setViewportSize(PHONE);
  await expect.poll(() => boxOf(chat)).toEqual({ x: 0, y: 0, ...PHONE });
  await expect.poll(() => overflowOf(page)).toBe('hidden');
  await page.evaluate(() => history.back());
  await expect(chat).toBeHidden();
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
});

test('in half of a split screen the chat is as large as there is room', async ({ page }) => {
  await page.setViewportSize({ width: 507, height: 640 });
  const { chat } = await visit(page);
  await open(page);
  await expect.poll(async () => (await boxOf(chat)).height).toBe(640 - 96);
  const { x, y, width } = await boxOf(chat);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(width).toBe(400);
});

let count = 0;

function pageOf(given: URLSearchParams): string {
  const said = [...given].map(([name, value]) => `data-${name}="${value}"`).join(' ');
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Host</title>${'<p>A page with some length.</p>'.repeat(60)}
<script src="/widget.js" data-integration-id="${server.integrationId}" data-token-url="/token?customer=${count++}"
 data-transports="sse" data-shadow="open" ${said}></script>`;
}

async function visit(page: Page, given: Record<string, string> = {}): Promise<Visited> {
  await page.goto(`${server.origin}/host?${new URLSearchParams(given)}`);
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  return { chat, field: chat.getByRole('textbox', { name: 'Message' }) };
}

interface Visited {
  readonly chat: Locator;
  readonly field: Locator;
}

async function open(page: Page): Promise<void> {
  await tap(launcherOf(page));
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeEditable();
}

/** Where the page says it is: the address that Playwright keeps over BiDi stays behind after a return from the cache. */
function pathOf(page: Page): Promise<string> {
  return page.evaluate(() => location.pathname).catch(() => '');
}

/** As a finger does it; over BiDi Playwright's `tap` does nothing at all, and the mouse has to do. */
async function tap(what: Locator): Promise<void> {
  const isBidi = what.page().context().browser()?.browserType().name() === 'firefox';
  await (isBidi ? what.click() : what.tap());
}

/** Wherever it stands, named for opening or closing. */
function launcherOf(page: Page): Locator {
  return page.locator('colloquy-widget .launcher');
}

async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error('It is not to be seen');
  return box;
}

function overflowOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.style.overflow);
}

/** Until the part that could hold the page has been fetched, and a frame has passed in which it would have. */
async function surroundingsOf(page: Page): Promise<void> {
  const isFetched = (): boolean =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/surroundings-'));
  await page.waitForFunction(isFetched);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** A visual viewport that a test may make smaller, as a keyboard does on iOS: the layout knows nothing of it. */
function keyboard(): void {
  const view = new EventTarget();
  const state = { taken: 0, offsetTop: 0 };
  const facts = { scale: () => 1, height: () => innerHeight - state.taken, offsetTop: () => state.offsetTop };
  for (const [name, get] of Object.entries(facts)) Object.defineProperty(view, name, { get });
  Object.defineProperty(window, 'visualViewport', { value: view });
  Object.assign(window, {
    raiseKeyboard(taken: number, offsetTop: number) {
      Object.assign(state, { taken, offsetTop });
      view.dispatchEvent(new Event('resize'));
    },
  });
}
