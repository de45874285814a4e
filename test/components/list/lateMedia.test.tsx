import { act, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { OwnCards } from '../../../src/components/index.ts';
import type { RenderOwnCard } from '../../../src/components/index.ts';
import type { TimelineItem } from '../../../src/model/index.ts';
import { attachment, picture, said, showed } from '../../../stories/components/conversation.ts';
import { drawnTop } from '../../support/drawnTop.ts';
import { ListStage } from '../../support/ListStage.tsx';

const words = (from: number, to: number): TimelineItem[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    return said(seq, `Message ${seq} ${'word '.repeat((seq * 7) % 40)}`, { minutesAgo: 1_000 - seq });
  });

const pictures = (from: number, to: number): TimelineItem[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    showed(
      from + index,
      { type: 'files', text: 'Look', attachments: [attachment(`${from + index}.png`, 'image/png')] },
      { minutesAgo: 1_000 - from - index },
    ),
  );

// An application's card that keeps no room: its picture has no size before it comes, and takes 240 px then.
const ownCard: RenderOwnCard = ({ message: { body } }) =>
  body.type === 'files' ? <img alt="" style={{ display: 'block', inlineSize: 320 }} /> : undefined;

const chat = (items: readonly TimelineItem[]): ReactElement => (
  <OwnCards render={ownCard}>
    <ListStage items={items} />
  </OwnCards>
);

const log = (): HTMLElement => screen.getByRole('log', { name: 'Messages' });
const below = (): number => log().scrollHeight - log().clientHeight - log().scrollTop;
const frame = (): Promise<unknown> => new Promise((resolve) => void requestAnimationFrame(resolve));

const topOf = async (text: RegExp): Promise<number> => (await drawnTop(screen.getByText(text))) ?? Infinity;

/** Until nothing has moved for twelve frames. */
async function still(): Promise<void> {
  let before = '';
  for (let same = 0; same < 12;) {
    await frame();
    const now = `${log().scrollTop} ${log().scrollHeight}`;
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Lets the pictures come that are waited for; tells how far the message was from its place at most, frame by frame. */
async function movedAsTheyCome(text: RegExp, before: number): Promise<number> {
  const waiting = [...log().querySelectorAll('img')].filter(({ src }) => src === '');
  expect(waiting.length).toBeGreaterThan(0);
  const heightPx = log().scrollHeight;
  for (const image of waiting) image.src = picture(320, 240, 40);
  let mostPx = 0;
  for (let same = 0; same < 12;) {
    const movedPx = Math.abs((await topOf(text)) - before);
    same = waiting.every(({ isConnected, height }) => !isConnected || height === 240) ? same + 1 : 0;
    mostPx = Math.max(mostPx, movedPx);
  }
  expect(log().scrollHeight).toBeGreaterThan(heightPx);
  return mostPx;
}

describe('pictures that come late, whose size nobody knew', () => {
  test('move nothing that is read at the very top, where their page has just come', async () => {
    const { rerender } = render(chat(words(51, 100)));
    await still();
    act(() => void (log().scrollTop = 0));
    await still();
    act(() => void (log().scrollTop = 0));
    await still();
    expect(log().scrollTop).toBe(0);
    const before = await topOf(/Message 53\b/);
    rerender(chat([...pictures(1, 50), ...words(51, 100)]));
    await still();
    // Another message at the end is no reason to lose the place.
    rerender(chat([...pictures(1, 50), ...words(51, 101)]));
    await still();
    expect(await movedAsTheyCome(/Message 53\b/, before)).toBeLessThan(1);
  });

  test('move nothing that is read below them', async () => {
    render(chat([...words(1, 20), ...pictures(21, 24), ...words(25, 60)]));
    await still();
    for (let at = 0; at < 60 && screen.queryByText(/Message 25\b/) === null; at++) {
      act(() => void (log().scrollTop -= 200));
      await still();
    }
    // What begins in view grows downwards, as everywhere: they are to stand above it.
    const { top } = screen.getByText(/Message 25\b/).getBoundingClientRect();
    act(() => void (log().scrollTop += top - log().getBoundingClientRect().top + 4));
    await still();
    expect(await movedAsTheyCome(/Message 26\b/, await topOf(/Message 26\b/))).toBeLessThan(1);
  });

  test('are no reason to leave the end', async () => {
    render(chat([...words(1, 60), ...pictures(61, 62), said(63, 'So', { minutesAgo: 1 })]));
    await still();
    expect(await movedAsTheyCome(/^So$/, await topOf(/^So$/))).toBeLessThan(1);
    expect(below()).toBeLessThan(1);
  });
});
