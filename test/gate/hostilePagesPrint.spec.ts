import { inflateSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

/** Over BiDi Playwright's `emulateMedia` does nothing. What Firefox prints is held by the sheets it prints. */
const CHROMIUM_ONLY = { tag: '@chromium' };

/** More than a window of rows holds. */
const SAID = 40;

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname }) => (pathname === '/host' ? { body: pageOf() } : undefined));
});
test.afterAll(() => server.stop());

test(
  'a page is printed without the launcher, and without a chat that is put away',
  CHROMIUM_ONLY,
  async ({ page }) => {
    const { widget, chat } = await visit(page);
    await page.emulateMedia({ media: 'print' });
    await expect(widget.locator('.launcher')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await open(widget, chat);
    await widget.getByRole('button', { name: 'Close chat' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(widget.locator('.launcher')).toBeHidden();
    await expect(chat).toBeHidden();
  },
);

test('the browser itself prints the page alone where the chat is put away', async ({ page }) => {
  const { widget, chat } = await visit(page);
  expect(sheetsOf(await page.pdf())).toBe(1);
  await open(widget, chat);
  await widget.getByRole('button', { name: 'Close chat' }).click();
  await expect(chat).toBeHidden();
  expect(sheetsOf(await page.pdf())).toBe(1);
});

test('the browser itself prints an open chat after the page, on more than one sheet', async ({ page }) => {
  const { widget, chat } = await visit(page);
  await open(widget, chat);
  await converse(chat);
  await page.waitForFunction(isPrintFetched);
  expect(sheetsOf(await page.pdf())).toBeGreaterThan(2);
  await expect(chat.getByRole('log', { name: 'Messages' }).getByText(`Line ${SAID} of`)).toBeInViewport();
});

test(
  'an open chat is printed after the page, every message of it, and stands as it was afterwards',
  CHROMIUM_ONLY,
  async ({ page }) => {
    const { widget, chat } = await visit(page);
    await open(widget, chat);
    const { field, log } = await converse(chat);
    await expect(log.getByText('Line 1 of')).toHaveCount(0);
    const drawn = await log.getByRole('article').count();
    await page.waitForFunction(isPrintFetched);

    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    for (let each = 1; each <= SAID; each++) await expect(log.getByText(`Line ${each} of`)).toBeVisible();
    expect(await log.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    await expect(widget.locator('.launcher')).toBeHidden();
    await expect(field).toBeHidden();
    await expect(chat.getByRole('button', { name: 'Minimize chat' })).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );

    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect(log.getByText('Line 1 of')).toHaveCount(0);
    await expect(log.getByText(`Line ${SAID} of`)).toBeInViewport();
    expect(Math.abs((await log.getByRole('article').count()) - drawn)).toBeLessThanOrEqual(8);
    await expect(field).toBeVisible();
  },
);

let count = 0;

function pageOf(): string {
  return `<!doctype html><html lang="en"><title>Host</title><p>A page.</p>
<script src="/widget.js" data-integration-id="${server.integrationId}" data-token-url="/token?customer=${count++}"
 data-transports="sse" data-shadow="open"></script></html>`;
}

async function visit(page: Page): Promise<{ widget: Locator; chat: Locator }> {
  await page.goto(`${server.origin}/host`);
  const widget = page.locator('colloquy-widget[lang]');
  await expect(widget.getByRole('button', { name: /^Open chat/ })).toBeVisible();
  return { widget, chat: widget.getByRole('region', { name: 'Chat', exact: true }) };
}

async function open(widget: Locator, chat: Locator): Promise<void> {
  await widget.getByRole('button', { name: /^Open chat/ }).click();
  await expect(chat.getByRole('textbox', { name: 'Message' })).toBeEditable();
}

/** Says more than a window of rows holds. */
async function converse(chat: Locator): Promise<{ field: Locator; log: Locator }> {
  const field = chat.getByRole('textbox', { name: 'Message' });
  for (let each = 1; each <= SAID; each++) {
    await field.fill(`Line ${each} of what is said, and some more words, so that it takes its room.`);
    await field.press('Enter');
  }
  const log = chat.getByRole('log', { name: 'Messages' });
  await expect(log.getByText(`Line ${SAID} of`)).toBeVisible();
  return { field, log };
}

function isPrintFetched(): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.includes('/holdWhole-'));
}

/** How many sheets a PDF has, by its page objects, which Firefox packs into compressed streams. */
function sheetsOf(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  const packed = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) =>
    unpack(pdf.subarray(index + length)),
  );
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Empty where it is no deflated stream. */
function unpack(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
