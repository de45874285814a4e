import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Carousel, WordsProvider } from '../../../src/components/index.ts';
import { ar } from '../../../src/locales/ar.ts';
import { en } from '../../../src/locales/en.ts';
import { ThemeRoot } from '../../../src/theme/index.ts';

const items = ['One', 'Two', 'Three'].map((title) => ({ title, actions: [] }));

function show(locale: 'en' | 'ar', dir: 'ltr' | 'rtl') {
  const words = locale === 'ar' ? ar : en;
  const { container } = render(
    <ThemeRoot dir={dir} style={{ inlineSize: 320 }}>
      <WordsProvider locale={locale} words={words}>
        <Carousel items={items} style={{ scrollBehavior: 'auto' }} />
      </WordsProvider>
    </ThemeRoot>,
  );
  const track = container.querySelector('ul');
  if (!track) throw new Error('no track');
  const dots = [...container.querySelectorAll('i')];
  return {
    track,
    dot: () => dots.findIndex((one) => one.dataset['current'] === 'true'),
    cards: [...track.children],
    next: screen.getByRole('button', { name: words.choices.next }),
    previous: screen.getByRole('button', { name: words.choices.previous }),
  };
}

/** Which way the arrow on a button points: 1 to the right, -1 to the left, as it is drawn. */
function pointing(button: HTMLElement): number {
  const arrow = button.querySelector('svg');
  return arrow ? new DOMMatrix(getComputedStyle(arrow).transform).a : 0;
}

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
] as const)('in %s (%s) arrows and dots follow the card in front', async (locale, dir) => {
  const { track, dot, next, previous } = show(locale, dir);
  expect(dot()).toBe(0);
  expect(previous).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(next);
  await waitFor(() => expect(dot()).toBe(1));
  expect(previous).toHaveAttribute('aria-disabled', 'false');
  await userEvent.click(next);
  await waitFor(() => expect(dot()).toBe(2));
  expect(next).toHaveAttribute('aria-disabled', 'true');
  // The row itself may still be on its way.
  await waitFor(() => expect(Math.sign(track.scrollLeft)).toBe(dir === 'rtl' ? -1 : 1));
  await userEvent.click(previous);
  await userEvent.click(previous);
  await waitFor(() => expect(dot()).toBe(0));
});

test.each([
  ['en', 'ltr', 1],
  ['en', 'rtl', -1],
  ['ar', 'rtl', -1],
] as const)('in %s, set %s, the arrows point the way the cards go', (locale, dir, next) => {
  const made = show(locale, dir);
  expect(pointing(made.next)).toBe(next);
  expect(pointing(made.previous)).toBe(-next);
});

test('a swipe of the far end makes the last card the one in front, from right to left too', async () => {
  const { track, dot } = show('ar', 'rtl');
  track.scrollTo({ left: -track.scrollWidth, behavior: 'instant' });
  await waitFor(() => expect(dot()).toBe(2));
});
