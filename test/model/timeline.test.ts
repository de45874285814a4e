import { expect, test } from 'vitest';
import type { TimelineItem } from '../../src/model/index.ts';
import { insertItem } from '../../src/model/timeline.ts';
import { said, wrote } from '../../stories/components/conversation.ts';

/** How often rows are looked at while one more comes, behind `count` of them and some that wait. */
function looksAt(count: number): number {
  let looks = 0;
  const watched = (item: TimelineItem): TimelineItem =>
    new Proxy(item, { get: (of, name) => (looks++, Reflect.get(of, name)) });
  const rows = Array.from({ length: count }, (_, at) => watched(said(at + 1, 'a')));
  const pending = [1, 2, 3].map((at) => watched(wrote(0, 'b', { key: `p${at}`, pending: true })));
  const timeline = [...rows, ...pending];
  looks = 0;
  expect(insertItem(timeline, said(count + 1, 'new'))).toHaveLength(count + 4);
  return looks;
}

test('a message that comes at the end looks at as many rows, however many there are', () => {
  expect(looksAt(100_000)).toBeLessThanOrEqual(looksAt(100) * 1.2);
});

test('what is pending takes its place in the log, behind what was there and before what still waits', () => {
  const rows = [said(1, 'a'), said(2, 'b')];
  const waiting = ['p1', 'p2'].map((key) => wrote(0, key, { key, pending: true }));
  const next = insertItem([...rows, ...waiting], wrote(3, 'p2', { key: 'p2' }));
  expect(next.map(({ key }) => key)).toEqual(['m1', 'm2', 'p2', 'p1']);
  expect(insertItem(next, wrote(3, 'p2', { key: 'p2' }))).toBe(next);
});
