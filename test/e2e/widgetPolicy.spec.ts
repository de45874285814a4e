import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';

const DIST = new URL('../../dist/', import.meta.url);

/** As strict as a policy can be for a page that runs a script at all. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'none'",
  "connect-src 'self'",
  "trusted-types 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

let server: Server;
let origin = '';
let tokenStatus = 401;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    if (path === '/token') return void response.writeHead(tokenStatus).end();
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY });
      return void response.end(PAGE);
    }
    readFile(fileURLToPath(new URL(`.${path}`, DIST))).then(
      (file) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has a port');
  origin = `http://127.0.0.1:${address.port}`;
});
test.afterAll(() => server.close());

const PAGE = `<!doctype html><title>Strict</title><p>A page.</p>
<script src="/widget.js" data-integration-id="shop" data-token-url="/token" data-host-url="/" data-shadow="open"></script>`;

/** Whatever the page's policy objected to, but for the icon that Firefox looks for by itself. */
function listen(page: Page): string[] {
  const objections: string[] = [];
  const note = (text: string): void => {
    if (!/\/favicon\.ico\b/.test(text)) objections.push(text);
  };
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text())) note(message.text());
  });
  page.on('pageerror', (error) => note(String(error)));
  return objections;
}

test('under the strictest policy the widget opens, styled, and nothing is objected to', async ({ page }) => {
  const objections = listen(page);
  await page.goto(origin);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const chat = page.getByRole('region', { name: 'Chat' });
  await expect(chat).toBeVisible();
  await expect.poll(async () => (await chat.boundingBox())?.width).toBe(400);
  await expect(chat).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await chat.getByRole('button', { name: 'Minimize chat' }).click();
  await expect(chat).toBeHidden();
  await expect(page.getByRole('button', { name: 'Open chat' })).toBeFocused();
  expect(objections).toEqual([]);
});

test('a refused token is said in words, with a way to try again', async ({ page }) => {
  tokenStatus = 401;
  await page.goto(origin);
  await page.getByRole('button', { name: 'Open chat' }).click();
  const chat = page.getByRole('region', { name: 'Chat' });
  await expect(chat.getByRole('alert')).toContainText('No connection');
  await expect(chat.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('chunks that cannot be fetched leave a card with a button, and the next attempt works', async ({
  page,
}) => {
  await page.route('**/widget/chat.js*', (route) => route.abort());
  await page.goto(origin);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(page.getByRole('alert')).toContainText('The chat could not be shown.');
  await page.unroute('**/widget/chat.js*');
  await page.getByRole('button', { name: 'Show it again' }).click();
  await expect(page.getByRole('region', { name: 'Chat' })).toBeVisible();
});

test('destroy takes everything off the page, and one global is all there was', async ({ page }) => {
  await page.goto(origin);
  const added = await page.evaluate(() => Object.keys(window).filter((name) => /colloquy/i.test(name)));
  expect(added).toEqual(['Colloquy']);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await expect(page.getByRole('region', { name: 'Chat' })).toBeVisible();
  await page.evaluate(() => Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['destroy']));
  await expect(page.locator('colloquy-widget')).toHaveCount(0);
});
