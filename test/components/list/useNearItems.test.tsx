import { render, renderHook, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { useNearItems } from '../../../src/components/list/useNearItems.ts';
import type { TimelineItem } from '../../../src/model/index.ts';
import { said } from '../../../stories/components/conversation.ts';
import { ListStage } from '../../support/ListStage.tsx';

const ITEMS: readonly TimelineItem[] = Array.from({ length: 2_000 }, (_, at) =>
  said(at + 1, `Message ${at + 1}`, { minutesAgo: 10_000 - at }),
);

describe('the items that a list begins with', () => {
  const near = (items: readonly TimelineItem[], newAfterSeq?: number, isWhole = false) => ({
    items,
    newAfterSeq,
    isWhole,
  });
  const watch = (first: ReturnType<typeof near>) =>
    renderHook(({ items, newAfterSeq, isWhole }) => useNearItems(items, newAfterSeq, isWhole)[0], {
      initialProps: first,
    });

  test('are those at the end, however many there are', () => {
    expect(watch(near(ITEMS)).result.current).toEqual(ITEMS.slice(-500));
    expect(watch(near(ITEMS.slice(0, 80))).result.current).toHaveLength(80);
  });

  test('begin at the same one as others come at the end', () => {
    const { result, rerender } = watch(near(ITEMS.slice(0, 1_900)));
    const first = result.current[0];
    rerender(near(ITEMS));
    expect(result.current[0]).toBe(first);
    expect(result.current.at(-1)).toBe(ITEMS.at(-1));
  });

  test('are those of another conversation, however short', () => {
    const { result, rerender } = watch(near(ITEMS));
    rerender(near(ITEMS.slice(0, 3)));
    expect(result.current).toHaveLength(3);
  });

  test('are all where they were all before, or are wanted', () => {
    const { result, rerender } = watch(near(ITEMS.slice(1_900)));
    rerender(near(ITEMS));
    expect(result.current).toBe(ITEMS);
    expect(watch(near(ITEMS, undefined, true)).result.current).toBe(ITEMS);
  });

  test('hold what is new', () => {
    const { result } = watch(near(ITEMS, 700));
    expect(result.current).toContain(ITEMS[700]);
    expect(watch(near(ITEMS, 1_900)).result.current).toHaveLength(500);
  });
});

describe('a list that is longer than what it begins with', () => {
  const log = (): HTMLElement => screen.getByRole('log');
  const first = (): HTMLElement => screen.getByText('Message 1');

  test('is walked to its first message', async () => {
    render(<ListStage items={ITEMS} />);
    await screen.findByText('Message 2000');
    await userEvent.tab();
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement).toContainElement(first()));
    await userEvent.keyboard('{ArrowDown}{End}');
    await waitFor(() => expect(document.activeElement).toContainElement(screen.getByText('Message 2000')));
  });

  test('is scrolled to its first message, and asks for older ones only there', async () => {
    let asked = 0;
    render(<ListStage items={ITEMS} history={{ status: 'partial' }} onReachStart={() => asked++} />);
    await screen.findByText('Message 2000');
    expect(asked).toBe(0);
    await waitFor(() => {
      log().scrollTop = 0;
      expect(first()).toBeVisible();
    });
    await waitFor(() => expect(asked).toBeGreaterThan(0));
  });

  test('begins at the "New" line, however far up that is', async () => {
    render(<ListStage items={ITEMS} seenUpToSeq={300} attentive={false} />);
    expect(await screen.findByText('New')).toBeVisible();
    expect(await screen.findByText('Message 301')).toBeVisible();
  });

  test('is printed whole', async () => {
    render(<ListStage items={ITEMS.slice(0, 520)} />);
    await screen.findByText('Message 520');
    expect(screen.queryByText('Message 1')).toBeNull();
    await waitFor(() => {
      // What prints comes in a chunk of its own.
      window.dispatchEvent(new Event('beforeprint'));
      expect(screen.getAllByRole('article')).toHaveLength(520);
    });
    window.dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(screen.getAllByRole('article').length).toBeLessThan(60));
  });
});
