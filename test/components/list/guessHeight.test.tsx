import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { MessageList } from '../../../src/components/index.ts';
import { guessHeight } from '../../../src/components/list/guessHeight.ts';
import { timelineRows } from '../../../src/components/list/timelineRows.ts';
import type { TimelineItem } from '../../../src/model/index.ts';
import { NOW_MS, said, wrote } from '../../../stories/components/conversation.ts';
import { Stage } from '../../support/describeConformance.tsx';

const VIEW_PX = 640;

/** Turn by turn, so many characters each. */
const talk = (lengths: readonly number[]): TimelineItem[] =>
  lengths.map((length, at) => {
    const text = 'Your parcel leaves us today. '.repeat(14).slice(0, length);
    return at % 3 === 0 ? wrote(at + 1, text) : said(at + 1, text);
  });

const list = (items: readonly TimelineItem[]): ReactElement => (
  <Stage>
    <div style={{ display: 'flex', inlineSize: 400, blockSize: VIEW_PX }}>
      <MessageList nowMs={NOW_MS} items={items} />
    </div>
  </Stage>
);

const drawnHeight = (): number =>
  screen.getAllByRole('article').reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);

test('rows are about as high as their texts let one guess', () => {
  const items = talk([4, 20, 60, 9, 130, 240, 31, 80]);
  render(list(items));
  const rows = timelineRows(items, () => 'day').rows.filter(({ kind }) => kind === 'message');
  const guessed = rows.reduce((sum, row) => sum + guessHeight(row), 0);
  expect(drawnHeight() / guessed).toBeGreaterThan(0.7);
  expect(drawnHeight() / guessed).toBeLessThan(1.3);
});

test.each([4, 40, 350])(
  'rows of %i characters: the first drawing fills the view, and draws little more',
  (length) => {
    render(list(talk(Array.from({ length: 200 }, () => length))));
    expect(drawnHeight()).toBeGreaterThan(VIEW_PX);
    expect(drawnHeight()).toBeLessThan(2 * VIEW_PX);
  },
);
