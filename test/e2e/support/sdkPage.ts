import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { ROOT } from '../../../scripts/root.ts';
import { serveFolder } from '../../support/serveFolder.ts';
import type { Demo } from './demo.ts';

/** Somebody's site with `chat-sdk.js` on it: `guide.html`, the guide's examples, and `migrated.html`, the page of docs/migration.md. */
export interface SdkSite {
  /** Origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves that site, with this demo's addresses in the place of the documents' examples. */
export async function serveSdkSite({ config }: Demo): Promise<SdkSite> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-site-'));
  copyFileSync(join(ROOT, 'dist/chat-sdk.js'), join(folder, 'chat-sdk.js'));
  copyFileSync(join(ROOT, 'test/e2e/pages/guide.html'), join(folder, 'guide.html'));
  const migrated = documentedPage()
    .replace('https://tokens.example.com', config.tokensUrl)
    .replace('your-integration-id', config.chatIntegrationId);
  writeFileSync(join(folder, 'migrated.html'), migrated);
  const { url, close } = await serveFolder(folder);
  return {
    url,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A page of somebody who uses `chat-sdk.js`, and what it shows. */
export interface SdkPage {
  readonly page: Page;
  readonly line: Locator;
  readonly session: Locator;
  /** Id of the chat that is shown, to which `says` says. */
  readonly chat: Locator;
  readonly error: Locator;
  readonly messages: Locator;
  presses(label: string): Promise<void>;
  /** Lists the chats, opens the one of that status, and waits until it is the one shown. */
  opens(status: string): Promise<void>;
  says(text: string): Promise<void>;
  /** Names and payloads of the events so far. */
  told(name: string): Promise<readonly Record<string, unknown>[]>;
}

/** What a page is told by the test. */
export interface SdkPageOptions {
  readonly configs?: Readonly<Record<string, unknown>>;
  /** Whether its handlers of the token's events fetch another token; default true. */
  readonly renews?: boolean;
}

/** Shows the page of the guide's examples. */
export async function visitGuide(
  page: Page,
  site: SdkSite,
  demo: Demo,
  options: SdkPageOptions = {},
): Promise<SdkPage> {
  const { configs = {}, renews = true } = options;
  const told = {
    ...{ configs, renews },
    tokenUrl: `${demo.config.tokensUrl}/token`,
    integrationId: demo.config.chatIntegrationId,
  };
  await page.addInitScript((given) => Object.assign(window, { PAGE: given }), told);
  await page.goto(`${site.url}/guide.html`);
  const messages = page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  const chat = page.locator('#chat');
  const presses = (label: string): Promise<void> =>
    page.getByRole('button', { name: label, exact: true }).click();
  return {
    page,
    line: page.locator('#line'),
    session: page.locator('#session'),
    chat,
    error: page.locator('#error'),
    messages,
    presses,
    async opens(status) {
      await presses('List chats');
      const chats = page.getByRole('list', { name: 'Chats' }).getByRole('listitem');
      const id = await chats.filter({ hasText: `Open ${status}` }).getAttribute('data-engagement');
      await presses(`Open ${status}`);
      await expect(chat).toHaveText(String(id));
    },
    async says(text) {
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(messages.filter({ hasText: text }).last()).toHaveText(`${text} ✓`);
    },
    told: (name) =>
      page.evaluate(
        (wanted) =>
          (Reflect.get(window, 'told') as { name: string }[])
            .filter((event) => event.name === wanted)
            .map((event) => JSON.parse(JSON.stringify(event)) as Record<string, unknown>),
        name,
      ),
  };
}

/** Signs a customer of the shop in, for all pages of the context. */
export async function signInCustomer(context: BrowserContext, demo: Demo, user: string): Promise<void> {
  const { demoUrl } = demo.config;
  const response = await context.request.post(new URL('/sign-in', demoUrl).href, {
    data: { user },
    headers: { origin: new URL(demoUrl).origin },
  });
  expect(response.ok()).toBe(true);
}

function documentedPage(): string {
  const text = readFileSync(join(ROOT, 'docs/migration.md'), 'utf8');
  const [, html] = /<!-- snippet:chat-sdk -->\s*```html\n([\s\S]*?)```/.exec(text) ?? [];
  if (html === undefined)
    throw new Error('docs/migration.md has no page between the snippet mark and its code fence.');
  return html;
}
