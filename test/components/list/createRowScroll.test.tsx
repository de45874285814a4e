import { expect, test } from 'vitest';
import { createRowPlace } from '../../../src/components/list/createRowPlace.ts';
import { createRowScroll } from '../../../src/components/list/createRowScroll.ts';
import type { Row } from '../../../src/components/list/row.ts';
import { NOW_MS } from '../../../stories/components/conversation.ts';

const ROWS: readonly Row[] = Array.from({ length: 20 }, (_, at) => ({
  kind: 'date',
  key: `row-${at}`,
  atMs: NOW_MS,
}));

test('who is on the way to a row gets there, though what was guessed too high shrinks under the view', () => {
  const scroller = document.createElement('div');
  const content = document.createElement('div');
  scroller.style.cssText = 'block-size: 100px; overflow: auto';
  content.style.blockSize = '1000px';
  scroller.append(content);
  document.body.append(scroller);
  const place = createRowPlace();
  place.viewPx = 100;
  place.setRows(ROWS);
  const scroll = createRowScroll(
    place,
    () => true,
    () => undefined,
  );
  const detach = scroll.attach(scroller, () => undefined);
  scroll.settle();
  expect(scroller.scrollTop).toBe(900);
  expect(place.aimAt(0, 'nearest')).toBe(true);
  content.style.blockSize = '600px';
  expect(scroller.scrollTop).toBe(500);
  scroller.dispatchEvent(new Event('scroll'));
  scroll.settle();
  expect(scroller.scrollTop).toBe(0);
  expect(place.isStuck).toBe(false);
  detach();
  scroller.remove();
});
