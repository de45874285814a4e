import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { said } from '../../../stories/components/conversation.ts';
import { ListStage } from '../../support/ListStage.tsx';

const COUNT = 300;
const ITEMS = Array.from({ length: COUNT }, (_, at) =>
  said(at + 1, `Message ${at + 1}`, { minutesAgo: COUNT - at }),
);
const rows = () => screen.getAllByRole('article').length;
const isWhole = () => waitFor(() => expect(rows()).toBe(COUNT));
const isWindow = () => waitFor(() => expect(rows()).toBeLessThan(60));

afterEach(() => document.getSelection()?.removeAllRanges());

/** A long list, scrolled to its middle, with what it holds there. */
async function show() {
  render(<ListStage items={ITEMS} />);
  const log = screen.getByRole('log');
  await screen.findByText(`Message ${COUNT}`);
  await waitFor(() => {
    // Until it is measured the list holds its end.
    log.scrollTop = log.scrollHeight / 2;
    expect(screen.queryByText(`Message ${COUNT}`)).toBeNull();
  });
  // What looks after it comes in a chunk of its own.
  await waitFor(() => {
    fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
    expect(rows()).toBe(COUNT);
  });
  fireEvent.pointerDown(log);
  await isWindow();
  return log;
}

function articleInView(log: HTMLElement): HTMLElement {
  const { top, bottom } = log.getBoundingClientRect();
  const found = screen.getAllByRole('article').find((one) => {
    const box = one.getBoundingClientRect();
    return box.top >= top && box.bottom <= bottom;
  });
  if (!found) throw new Error('Something is in view');
  return found;
}

test.each([
  ['Control', { key: 'f', ctrlKey: true }],
  ['Command', { key: 'F', metaKey: true }],
  ['F3', { key: 'F3' }],
])('the browser finds words of the whole conversation (%s), and nothing moves', async (_name, key) => {
  const log = await show();
  const seen = articleInView(log);
  const topPx = seen.getBoundingClientRect().top;
  fireEvent.keyDown(log, key);
  await isWhole();
  expect(screen.getByText('Message 1')).toBeInTheDocument();
  expect(seen.getBoundingClientRect().top).toBeCloseTo(topPx, 0);
  fireEvent.keyDown(log, { key: 'c', ctrlKey: true });
  expect(rows()).toBe(COUNT);
  fireEvent.keyDown(log, { key: 'x' });
  await isWindow();
  expect(seen.getBoundingClientRect().top).toBeCloseTo(topPx, 0);
});

test('a selection over several messages keeps all of them, to be copied when they are scrolled away', async () => {
  const log = await show();
  const [first, second] = [articleInView(log), articleInView(log).closest('[data-row-key]')?.parentElement];
  const next = second?.nextElementSibling?.querySelector('article') ?? undefined;
  if (!next) throw new Error('A row follows');
  const selection = document.getSelection();
  act(() => selection?.setBaseAndExtent(first, 0, first, 1));
  expect(rows()).toBeLessThan(60);
  act(() => selection?.setBaseAndExtent(first, 0, next, 1));
  await isWhole();
  act(() => {
    log.scrollTop = 0;
  });
  await waitFor(() => expect(screen.getByText('Message 1')).toBeVisible());
  expect(String(selection)).toContain(first.querySelector('[data-message-text]')?.textContent);
  act(() => selection?.removeAllRanges());
  await isWindow();
});
