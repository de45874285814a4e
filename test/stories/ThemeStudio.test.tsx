import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ThemeRoot } from '../../src/theme/index.ts';
import { ThemeStudio } from '../../stories/theme/studio/ThemeStudio.tsx';
import { violations } from '../support/violations.ts';

async function open() {
  const { container } = render(
    <ThemeRoot colorScheme="light" style={{ background: 'white' }}>
      <ThemeStudio />
    </ThemeRoot>,
  );
  await screen.findByRole('region', { name: 'Chat' }, { timeout: 10_000 });
  return { user: userEvent.setup(), container };
}

const chatRoot = (): CSSStyleDeclaration => {
  const root = screen.getByRole('region', { name: 'Chat' }).closest('[data-colloquy-theme]');
  if (!root) throw new Error('The chat stands in a theme');
  return getComputedStyle(root);
};

test('a colour that cannot be read fails its pairs at once, and is repaired on demand', async () => {
  const { user } = await open();
  const summary = (): HTMLElement => screen.getByText(/pairs pass in the light/);
  expect(summary()).toHaveTextContent('17 of 17 pairs pass in the light. 17 of 17 pairs pass in the dark.');
  const ink = screen.getByRole('textbox', { name: /^Ink(?! on)/ });
  await user.clear(ink);
  await user.type(ink, '#999');
  expect(chatRoot().getPropertyValue('--cq-ink').trim()).toBe('#999');
  const row = screen.getByRole('row', { name: /^ink on canvas/ });
  expect(within(row).getByRole('cell', { name: 'Fails' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Repair contrast' }));
  expect(within(row).getByRole('cell', { name: 'Passes' })).toBeVisible();
  expect(summary()).toHaveTextContent('17 of 17 pairs pass in the light.');
});

test('another theme to begin with, the dark, and both ways to take it away', async () => {
  const { user } = await open();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Begin with' }), 'Fjord');
  expect(chatRoot().getPropertyValue('--cq-radius').trim()).toBe('9px');
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(screen.getByRole('table', { name: 'In the dark' })).toBeVisible();
  const code = screen.getByRole('textbox', { name: 'Typed theme' });
  expect(code).toHaveDisplayValue(/export const fjord: Theme = \{/);
  await user.click(screen.getByRole('radio', { name: 'CSS' }));
  expect(screen.getByRole('textbox', { name: 'CSS' })).toHaveDisplayValue(/--cq-radius: 9px;/);
});

test('the studio itself is accessible', async () => {
  const { container } = await open();
  expect(await violations(container)).toEqual([]);
});
