import { expect, type Locator, type Page } from '@playwright/test';
import { texts } from './customer.ts';

/** What an agent does at the desk. */
export interface Agent {
  readonly page: Page;
  readonly log: Locator;
  accepts(): Promise<void>;
  says(text: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** Ends the conversation, and waits until the contact centre has. */
  ends(): Promise<void>;
  messages(): Promise<readonly string[]>;
}

export async function signIn(
  page: Page,
  deskUrl: string,
  who: { user: string; password: string },
): Promise<Agent> {
  await page.goto(deskUrl);
  await page.getByRole('textbox', { name: 'User' }).fill(who.user);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('region', { name: 'Queue' })).toBeVisible();
  const log = page.getByRole('log', { name: 'Messages' });
  return {
    page,
    log,
    async accepts() {
      await page.getByRole('button', { name: 'Accept' }).first().click();
      await expect(page.getByRole('textbox', { name: 'Message' })).toBeEditable();
    },
    async says(text) {
      const box = page.getByRole('textbox', { name: 'Message' });
      await box.fill(text);
      await page.getByRole('button', { name: 'Send message' }).click();
      await expect(log.getByText(text, { exact: true })).toBeVisible();
    },
    sees: (text) => expect(log.getByText(text).last()).toBeVisible(),
    async ends() {
      const end = page.getByRole('button', { name: 'End conversation' });
      await end.click();
      await expect(end).toBeHidden();
    },
    messages: () => texts(log),
  };
}
