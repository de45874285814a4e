import { describe, expect, test } from 'vitest';
import { timelineRows } from '../../../src/components/list/timelineRows.ts';
import type { Row } from '../../../src/components/list/timelineRows.ts';
import {
  anna,
  bot,
  customer,
  happened,
  said,
  showed,
  wrote,
} from '../../../stories/components/conversation.ts';

const oneDay = (): string => 'day';

/** Rows in short: kind, and for a message its place in the run: < first, > last. */
function sketch(rows: readonly Row[]): string {
  return rows
    .map((row) =>
      row.kind === 'message' ? `${row.first ? '<' : ''}${row.key}${row.last ? '>' : ''}` : row.kind,
    )
    .join(' ');
}

describe('rows', () => {
  test('a run of one speaker is one block, another speaker begins a new one', () => {
    const items = [said(1, 'a'), said(2, 'b'), said(3, 'c'), wrote(4, 'd'), said(5, 'e', { sender: anna })];
    expect(sketch(timelineRows(items, oneDay))).toBe('date <m1 m2 m3> <m4> <m5>');
  });

  test('a long silence parts a run', () => {
    const items = [said(1, 'a', { minutesAgo: 30 }), said(2, 'b', { minutesAgo: 10 })];
    expect(sketch(timelineRows(items, oneDay))).toBe('date <m1> <m2>');
  });

  test('a new day gets its line', () => {
    const items = [said(1, 'a', { minutesAgo: 3000 }), said(2, 'b', { minutesAgo: 10 })];
    const dayKey = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
    expect(sketch(timelineRows(items, dayKey))).toBe('date <m1> date <m2>');
  });

  test('the "New" line stands before the first unread message of somebody else', () => {
    const items = [said(1, 'a'), said(2, 'b'), said(3, 'c')];
    expect(sketch(timelineRows(items, oneDay, 1))).toBe('date <m1> new <m2 m3>');
    expect(sketch(timelineRows([said(1, 'a'), wrote(2, 'b')], oneDay, 1))).toBe('date <m1> <m2>');
    expect(sketch(timelineRows(items, oneDay, 3))).toBe('date <m1 m2 m3>');
  });

  test('one who leaves as another comes is a hand-over', () => {
    const left = happened(1, { type: 'left', participant: bot });
    const joined = happened(2, { type: 'joined', participant: anna });
    expect(sketch(timelineRows([left, joined], oneDay))).toBe('date handover');
    expect(timelineRows([joined, left], oneDay)[1]).toMatchObject({ from: bot, to: anna });
  });

  test('the customer is not told that he came, and the end is said once', () => {
    const items = [
      happened(1, { type: 'joined', participant: customer }),
      happened(2, { type: 'left', participant: customer }),
      happened(3, { type: 'ended' }),
    ];
    expect(sketch(timelineRows(items, oneDay))).toBe('date system');
  });

  test('a choice is known at the message it answers', () => {
    const question = showed(1, { type: 'text', text: '?', format: 'plain', actions: [] });
    const answer = showed(
      2,
      { type: 'choice', action: 'reply', text: 'Yes', payload: 'Y' },
      { own: true, sender: customer, answers: 1 },
    );
    expect(timelineRows([question, answer], oneDay)[1]).toMatchObject({ chosen: 'Y' });
  });
});
