import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { MessageList } from '../../../src/components/index.ts';
import type { MessageListProps } from '../../../src/components/index.ts';
import type { TimelineItem } from '../../../src/model/index.ts';
import { NOW_MS, said, showed, wrote } from '../../../stories/components/conversation.ts';
import { Stage } from '../../support/describeConformance.tsx';
import { ListStage } from '../../support/ListStage.tsx';

/** Messages `from` to `to`, of uneven height. */
const talk = (from: number, to: number): TimelineItem[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    return said(seq, `Message ${seq} ${'word '.repeat((seq * 7) % 40)}`, { minutesAgo: 10_000 - seq });
  });

const list = (props: MessageListProps): ReactElement => <ListStage {...props} />;

const log = (): HTMLElement => screen.getByRole('log', { name: 'Messages' });
const below = (): number => log().scrollHeight - log().clientHeight - log().scrollTop;
const topOf = (text: RegExp): number => screen.getByText(text).getBoundingClientRect().top;

/** Waits until the list has come to rest, and it rests at the end. */
async function atEnd(): Promise<void> {
  await still();
  await waitFor(() => expect(below()).toBeLessThan(3));
}

/** Until nothing has moved for twelve frames: the list measures what it has just drawn. */
async function still(): Promise<void> {
  let before = '';
  let same = 0;
  while (same < 12) {
    await new Promise((resolve) => void requestAnimationFrame(resolve));
    const now = `${log().scrollTop} ${log().scrollHeight}`;
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

async function scrollUp(px: number): Promise<void> {
  act(() => {
    log().scrollTop -= px;
  });
  await still();
}

describe('a long list', () => {
  test('holds only what is in view, and begins at the end', async () => {
    render(list({ items: talk(1, 2000) }));
    await screen.findByText(/Message 2000\b/);
    await atEnd();
    expect(screen.getAllByRole('article').length).toBeLessThan(60);
    // The budget of the issue, whatever the number of messages.
    expect(log().querySelectorAll('*').length).toBeLessThan(250);
  });

  test('stays at the end as messages come', async () => {
    const { rerender } = render(list({ items: talk(1, 100) }));
    await atEnd();
    for (const last of [101, 102, 110]) {
      rerender(list({ items: talk(1, last) }));
      await screen.findByText(new RegExp(`Message ${last}\\b`));
      await atEnd();
    }
  });

  test('leaves in peace who has scrolled up, and shows the way back', async () => {
    const { rerender } = render(list({ items: talk(1, 100), seenUpToSeq: 100 }));
    await atEnd();
    await scrollUp(600);
    const place = log().scrollTop;
    rerender(list({ items: talk(1, 103), seenUpToSeq: 100 }));
    await still();
    expect(Math.abs(log().scrollTop - place)).toBeLessThan(2);
    await userEvent.click(screen.getByRole('button', { name: '3 new messages' }));
    await atEnd();
    expect(screen.getByText('New')).toBeVisible();
  });

  test('follows who writes', async () => {
    const { rerender } = render(list({ items: talk(1, 100) }));
    await atEnd();
    await scrollUp(900);
    rerender(list({ items: [...talk(1, 100), wrote(101, 'Mine', { minutesAgo: 1 })] }));
    await screen.findByText('Mine');
    await atEnd();
  });

  test('keeps its place to the pixel as older messages come', async () => {
    const { rerender } = render(list({ items: talk(51, 100) }));
    await atEnd();
    act(() => {
      log().scrollTop = 120;
    });
    await still();
    const marked = screen
      .getAllByRole('article')
      .find((row) => row.getBoundingClientRect().top > log().getBoundingClientRect().top + 80);
    const mark = new RegExp(`${/Message \d+/.exec(marked?.textContent ?? '')?.[0] ?? 'none'}\\b`);
    const before = topOf(mark);
    rerender(list({ items: talk(1, 100) }));
    await still();
    expect(Math.abs(topOf(mark) - before)).toBeLessThan(2);
  });

  test('keeps its place at the very top, where a message loses its head to older ones of its speaker', async () => {
    const { rerender } = render(list({ items: talk(51, 100) }));
    await atEnd();
    await scrollUp(log().scrollTop);
    await waitFor(() => expect(log().scrollTop).toBe(0));
    await screen.findByText(/Message 53\b/);
    await still();
    const before = topOf(/Message 53\b/);
    rerender(list({ items: talk(1, 100) }));
    await still();
    expect(Math.abs(topOf(/Message 53\b/) - before)).toBeLessThan(2);
  });

  test('has a height of its own where its place gives none, and takes the one that is given', async () => {
    const { rerender } = render(<Stage>{<MessageList items={talk(1, 100)} nowMs={NOW_MS} />}</Stage>);
    await atEnd();
    expect(log().clientHeight).toBeGreaterThan(200);
    const low = { display: 'flex', flexDirection: 'column', blockSize: 90 } as const;
    rerender(<Stage>{<div style={low}>{<MessageList items={talk(1, 100)} nowMs={NOW_MS} />}</div>}</Stage>);
    await still();
    expect(log().clientHeight).toBe(90);
  });

  test('stays at the end when the room for it shrinks', async () => {
    const { container } = render(list({ items: talk(1, 100) }));
    await atEnd();
    const box = container.querySelector<HTMLElement>('[style*="block-size"]');
    if (box) box.style.blockSize = '320px';
    await still();
    await atEnd();
  });
});

describe('when its room changes', () => {
  test('a view that is another stays at the end, whatever the layout did to it in between', async () => {
    const { container } = render(list({ items: talk(1, 100) }));
    await atEnd();
    const box = container.querySelector<HTMLElement>('[style*="block-size"]');
    if (!box) throw new Error('The list stands in a box');
    box.style.blockSize = '240px';
    // As a browser does that lays out a turned phone twice: what would stand beyond the end is moved, and told of first.
    log().scrollTop -= 300;
    await still();
    await atEnd();
  });
});

describe('what it tells', () => {
  test('the start in view asks for older messages, only while there are some', async () => {
    const onReachStart = vi.fn<NonNullable<MessageListProps['onReachStart']>>();
    const { rerender } = render(list({ items: talk(1, 3), history: { status: 'partial' }, onReachStart }));
    await waitFor(() => expect(onReachStart).toHaveBeenCalled());
    rerender(list({ items: talk(1, 3), history: { status: 'loading' }, onReachStart }));
    expect(await screen.findByText('Loading earlier messages')).toBeInTheDocument();
    // What was on its way before it was told that they are loading has arrived.
    await still();
    onReachStart.mockClear();
    rerender(list({ items: talk(1, 3), history: { status: 'complete' }, onReachStart }));
    await still();
    expect(onReachStart).not.toHaveBeenCalled();
  });

  test('the end in view is seen, unless nobody is looking', async () => {
    const onSeen = vi.fn<NonNullable<MessageListProps['onSeen']>>();
    const { rerender } = render(list({ items: talk(1, 9), seenUpToSeq: 7, attentive: false, onSeen }));
    await still();
    expect(onSeen).not.toHaveBeenCalled();
    expect(screen.getByText('New')).toBeVisible();
    rerender(list({ items: talk(1, 9), seenUpToSeq: 7, attentive: true, onSeen }));
    await waitFor(() => expect(onSeen).toHaveBeenCalledWith(9));
  });

  test('who begins at the "New" line has seen the end only when it comes into view', async () => {
    const onSeen = vi.fn<NonNullable<MessageListProps['onSeen']>>();
    render(list({ items: talk(1, 40), seenUpToSeq: 10, onSeen }));
    await still();
    expect(topOf(/^New$/)).toBeGreaterThanOrEqual(log().getBoundingClientRect().top - 1);
    expect(below()).toBeGreaterThan(500);
    expect(onSeen).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '30 new messages' }));
    await waitFor(() => expect(onSeen).toHaveBeenCalledWith(40));
  });

  test('a quick reply is told with its message, and locked once it is answered', async () => {
    const onAction = vi.fn<NonNullable<MessageListProps['onAction']>>();
    const question = showed(1, {
      type: 'text',
      text: 'Well?',
      format: 'plain',
      actions: [{ type: 'reply', text: 'Yes', payload: 'Y' }],
    });
    const answer = showed(
      2,
      { type: 'choice', action: 'reply', text: 'Yes', payload: 'Y' },
      { own: true, answers: 1 },
    );
    const { rerender } = render(list({ items: [question], onAction }));
    await userEvent.click(await screen.findByRole('button', { name: 'Yes' }));
    expect(onAction.mock.lastCall?.[1]).toMatchObject({ payload: 'Y' });
    rerender(list({ items: [question, answer], onAction }));
    expect(await screen.findByRole('button', { name: 'Yes' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('a failed message offers another try and an edit', async () => {
    const onRetry = vi.fn<NonNullable<MessageListProps['onRetry']>>();
    const onEdit = vi.fn<NonNullable<MessageListProps['onEdit']>>();
    const failed = wrote(1, 'Lost', {
      delivery: { status: 'failed', code: 'unreachable', detail: '', retryable: true },
    });
    render(list({ items: [failed], onRetry, onEdit }));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(onRetry.mock.lastCall?.[0]).toMatchObject({ key: 'm1' });
    expect(onEdit).toHaveBeenCalledOnce();
  });

  test('one that the log does not have can be taken out, one that it has cannot', async () => {
    const onRemove = vi.fn<NonNullable<MessageListProps['onRemove']>>();
    const delivery = { status: 'failed', code: 'unreachable', detail: '', retryable: true } as const;
    const accepted = wrote(1, 'Accepted, then refused', { delivery });
    const { rerender } = render(list({ items: [accepted], onRemove }));
    await screen.findByText('Accepted, then refused');
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
    rerender(list({ items: [accepted, wrote(2, 'Lost', { delivery, pending: true })], onRemove }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(onRemove.mock.lastCall?.[0]).toMatchObject({ key: 'm2' });
  });

  test.each(['ltr', 'rtl'])(
    'what one offers under one’s own words stands on one’s own side, %s',
    async (dir) => {
      const action = { type: 'reply', text: 'Yes', payload: 'Y' } as const;
      const card = { title: 'Slate Hill', actions: [] };
      const items = [
        showed(1, { type: 'text', text: 'Well?', format: 'plain', actions: [action] }, { own: true }),
        showed(2, { type: 'carousel', text: '', items: [card] }, { own: true }),
      ];
      render(<div dir={dir}>{list({ items })}</div>);
      const end = (element: Element | null): number => {
        const { left, right } = element?.getBoundingClientRect() ?? new DOMRect();
        return dir === 'ltr' ? right : -left;
      };
      const bubble = await screen.findByText('Well?');
      const edge = end(bubble.closest('[data-message-text]'));
      expect(end(await screen.findByRole('button', { name: 'Yes' }))).toBeCloseTo(edge, -1);
      const slide = await screen.findByText('Slate Hill');
      expect(end(slide.closest('li'))).toBeCloseTo(edge, -1);
    },
  );

  test('a gap owns up and can be tried again', async () => {
    const onRetryGap = vi.fn<NonNullable<MessageListProps['onRetryGap']>>();
    const gap = { kind: 'gap', key: 'g', afterSeq: 3, beforeSeq: 7, status: 'failed' } as const;
    render(list({ items: [gap], onRetryGap }));
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(onRetryGap).toHaveBeenCalledWith(3, 7);
  });
});

describe('by keyboard', () => {
  test('it is one tab stop; arrows walk, Home and End go far, Escape comes back', async () => {
    render(list({ items: talk(1, 300) }));
    await atEnd();
    await userEvent.tab();
    expect(log()).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toMatch(/Message 300\b/);
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toMatch(/Message 299\b/);
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Message 1\b/));
    await still();
    expect(document.activeElement?.textContent).toMatch(/Message 1\b/);
    await userEvent.keyboard('{Escape}');
    expect(log()).toHaveFocus();
  });

  test('a message that comes does not move the focus', async () => {
    const { rerender } = render(list({ items: talk(1, 50) }));
    await atEnd();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    rerender(list({ items: talk(1, 55) }));
    await still();
    expect(document.activeElement?.textContent).toMatch(/Message 49\b/);
  });
});
