import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { TroublePage } from '../../stories/panels/trouble/TroublePage.tsx';
import { ThemeRoot } from '../../src/theme/index.ts';

/** The contact centre of the page runs on the platform's clock: a line is tried again after seconds. */
const PATIENCE = { timeout: 12_000 };

async function open() {
  render(
    <ThemeRoot>
      <TroublePage colorScheme="light" />
    </ThemeRoot>,
  );
  const page = within(await screen.findByRole('region', { name: 'First tab' }, PATIENCE));
  const facts = within(page.getByRole('region', { name: 'Facts of first tab' }));
  await facts.findByText('connected', undefined, PATIENCE);
  const user = userEvent.setup();
  const write = (text: string) => user.type(page.getByRole('textbox', { name: 'Message' }), `${text}{Enter}`);
  return { user, page, facts, write };
}

test('a cut line is said, what is written waits, and once it is whole again everything is there once', async () => {
  const { user, page, facts, write } = await open();
  await write('One');
  await page.findByText('Hello, Ada here. I have read along. How can I help?', undefined, PATIENCE);
  const cut = screen.getByRole('switch', { name: /Cut the line/ });
  await user.click(cut);
  await facts.findByText(/^failed|^connecting/, undefined, PATIENCE);
  await write('Two');
  expect(await facts.findByText(/1 on the way/, undefined, PATIENCE)).toBeVisible();
  await user.click(cut);
  await facts.findByText(/^\d+ messages: nothing lost, nothing twice$/, undefined, PATIENCE);
  expect(page.getAllByText('Two')).toHaveLength(1);
}, 40_000);

test('frames that come twice are shown once, and an expired token is renewed without a word', async () => {
  const { user, page, facts, write } = await open();
  await user.click(screen.getByRole('switch', { name: 'Send every frame twice' }));
  await write('One');
  await page.findByText('Hello, Ada here. I have read along. How can I help?', undefined, PATIENCE);
  expect(facts.getByText('2 messages: nothing lost, nothing twice')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Expire the token' }));
  const tokens = (): string | null | undefined => facts.getByText('Tokens').nextElementSibling?.textContent;
  await waitFor(() => expect(tokens()).toBe('2'), PATIENCE);
  await facts.findByText('connected', undefined, PATIENCE);
  await write('Two');
  await waitFor(() => expect(page.getAllByText('Two')).toHaveLength(1));
}, 40_000);

test('the tab that leads dies: the other one takes the line, and what is written there arrives once', async () => {
  const { user, page, write } = await open();
  await write('One');
  await page.findByText('Hello, Ada here. I have read along. How can I help?', undefined, PATIENCE);
  await user.click(screen.getByRole('switch', { name: /A second tab/ }));
  const other = within(await screen.findByRole('region', { name: 'Second tab' }, PATIENCE));
  const facts = within(other.getByRole('region', { name: 'Facts of second tab' }));
  await other.findByText('One', undefined, PATIENCE);
  expect(facts.getByText('follows')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Kill the tab that leads' }));
  expect(screen.getByText('This tab has died without a word.')).toBeVisible();
  await facts.findByText('leads', undefined, PATIENCE);
  await facts.findByText('connected', undefined, PATIENCE);
  await user.type(other.getByRole('textbox', { name: 'Message' }), 'Two{Enter}');
  await facts.findByText(/^\d+ messages: nothing lost, nothing twice$/, undefined, PATIENCE);
  await user.click(screen.getByRole('button', { name: 'Open it again' }));
  const again = within(await screen.findByRole('region', { name: 'First tab' }, PATIENCE));
  await again.findByText('follows', undefined, PATIENCE);
  await again.findByText('Two', undefined, PATIENCE);
  expect(again.getAllByText('Two')).toHaveLength(1);
}, 60_000);
