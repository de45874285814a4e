import type { Locator, Page } from 'playwright';
import { until } from './until.ts';

/** Somebody who uses the chat with a keyboard and their ears. */
export interface Person {
  readonly page: Page;
  readonly chat: Locator;
  readonly log: Locator;
  readonly field: Locator;
  /** Opens the chat with the launcher, unless it stands open. */
  opens(): Promise<void>;
  writes(text: string): Promise<void>;
  /** Goes to a button of the chat and presses it. */
  presses(name: string | RegExp, at?: 'last' | number): Promise<void>;
  attaches(name: string): Promise<void>;
}

/** @param page on the demo shop, its shadow root opened by `?shadow=open`. */
export function createPerson(page: Page): Person {
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  const field = chat.getByRole('textbox', { name: 'Message' });
  const launcher = page.getByRole('button', { name: /^(Open|Close) chat/ });
  return {
    page,
    chat,
    field,
    log: chat.getByRole('log', { name: 'Messages' }),
    async opens() {
      if ((await launcher.getAttribute('aria-expanded')) !== 'true') await launcher.press('Enter');
      await until('the text box to be ready', () => field.isEditable());
    },
    async writes(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    async presses(name, at = 'last') {
      const buttons = chat.getByRole('button', { name });
      await (at === 'last' ? buttons.last() : buttons.nth(at)).press('Enter');
    },
    async attaches(name) {
      const buffer = Buffer.from(`This is ${name}`);
      await chat.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
      await chat.getByRole('button', { name: 'Send message' }).press('Enter');
    },
  };
}
