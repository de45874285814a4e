import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MessageText } from '../../../src/components/index.ts';

const PAYLOADS = [
  '<script>window.__hit = 1</script>',
  '<img src=x onerror="window.__hit=1">',
  '[x](javascript:window.__hit=1)',
  '<svg/onload=window.__hit=1>',
  '[a](https://a.example" onclick="window.__hit=1)',
  '`<b>`',
  '**<iframe srcdoc="<script>parent.__hit=1</script>">**',
  '![x](https://leak.example/x.png)',
  '\u202Ehttps://evil.example\u202C',
];
const ALLOWED = ['A', 'BDI', 'CODE', 'DIV', 'EM', 'LI', 'OL', 'P', 'PRE', 'SMALL', 'SPAN', 'STRONG', 'UL'];

test.each(PAYLOADS)('%j is shown as words: no foreign element, no handler, no script', (payload) => {
  const { container } = render(<MessageText format="markdown" text={payload} />);
  const elements = [...container.querySelectorAll('*')];
  expect(
    elements.filter((element) => !ALLOWED.includes(element.tagName)).map(({ tagName }) => tagName),
  ).toEqual([]);
  const attributes = elements.flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'srcdoc')).toEqual([]);
  expect(
    attributes.filter(({ name, value }) => name === 'href' && !/^(https?|mailto|tel):/.test(value)),
  ).toEqual([]);
  expect('__hit' in window).toBe(false);
});

test('a link opens apart, tells nobody where it was, and shows its host', () => {
  render(<MessageText format="markdown" text="[our guide](https://guide.example/a)" />);
  const link = screen.getByRole('link', { name: /our guide/ });
  expect(link).toHaveAttribute('target', '_blank');
  expect(link.getAttribute('rel')).toContain('noopener');
  expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
  expect(screen.getByText('guide.example')).toBeVisible();
});

test('each paragraph finds its own direction', () => {
  const { container } = render(<MessageText format="markdown" text={'Hello\n\nمرحبا'} />);
  const [first, second] = container.querySelectorAll('p');
  expect(first && getComputedStyle(first).direction).toBe('ltr');
  expect(second && getComputedStyle(second).direction).toBe('rtl');
});

test('a paragraph that begins with a link goes the way of its own words, not of ours', () => {
  const { container } = render(<MessageText format="markdown" text="https://a.example مرحبا" />);
  expect(screen.getByRole('link')).toHaveAccessibleName(/opens in a new/);
  expect(container.querySelector('p')).toHaveStyle({ direction: 'rtl' });
});
