import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ClockTime } from '../../../src/components/message/ClockTime.tsx';
import { NOW_MS } from '../../../stories/components/conversation.ts';

test('the first time of a page is written after what stands around it, the others at once', async () => {
  const dates = vi.spyOn(Intl, 'DateTimeFormat');
  render(<ClockTime atMs={NOW_MS} />);
  const first = screen.getByRole('time');
  expect(first).toHaveAttribute('datetime', new Date(NOW_MS).toISOString());
  expect(first).toBeEmptyDOMElement();
  expect(dates).not.toHaveBeenCalled();
  await expect.poll(() => first.textContent).toMatch(/\d\d/);
  expect(first.title).not.toBe('');
  render(<ClockTime atMs={NOW_MS} />);
  expect(screen.getAllByRole('time')[1]).toHaveTextContent(first.textContent);
  vi.restoreAllMocks();
});
