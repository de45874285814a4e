import { expect, type Locator, type Page } from '@playwright/test';

/** What a customer does with the widget on the demo shop. */
export interface Customer {
  readonly page: Page;
  readonly chat: Locator;
  readonly log: Locator;
  /** Opens the chat, and waits until its line is up: one can write before, but the browser's guest is not known yet. */
  open(): Promise<void>;
  says(text: string): Promise<void>;
  /** Presses a quick reply or button in the conversation. */
  presses(label: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  attaches(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  /** Texts of the messages in the list, oldest first, own and others' alike. */
  messages(): Promise<readonly string[]>;
}

/** @param url the demo page; the shadow root is opened for the test by its own switch. */
export async function visitShop(
  page: Page,
  url: string,
  query: Record<string, string> = {},
): Promise<Customer> {
  const address = new URL(url);
  address.searchParams.set('shadow', 'open');
  for (const [key, value] of Object.entries(query)) address.searchParams.set(key, value);
  await page.goto(address.href);
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  const log = chat.getByRole('log', { name: 'Messages' });
  return {
    page,
    chat,
    log,
    async open() {
      // A chat that was left open stands open on the next page.
      const launcher = page.getByRole('button', { name: /^(Open|Close) chat/ });
      if ((await launcher.getAttribute('aria-expanded')) !== 'true') await launcher.click();
      await expect(chat.getByRole('textbox', { name: 'Message' })).toBeEditable();
      await expect(chat.locator('[data-connection="connected"]')).toBeAttached();
    },
    async says(text) {
      const box = chat.getByRole('textbox', { name: 'Message' });
      await box.fill(text);
      await chat.getByRole('button', { name: 'Send message' }).click();
      await expect(box).toHaveValue('');
      await expect(log.getByText(text, { exact: true })).toBeVisible();
    },
    presses: (label) => log.getByRole('button', { name: label }).last().click(),
    sees: (text) => expect(log.getByText(text).last()).toBeVisible(),
    async attaches(file) {
      await chat.locator('input[type=file]').setInputFiles(file);
      await chat.getByRole('button', { name: 'Send message' }).click();
    },
    messages: () => texts(log),
  };
}

/** The texts of the bubbles of a log. */
export async function texts(log: Locator): Promise<readonly string[]> {
  return log.locator('[data-message-text]').allInnerTexts();
}
