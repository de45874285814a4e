import { describe, expect, test } from 'vitest';
import { timelineRows } from '../../../src/components/list/timelineRows.ts';
import { createSeededRandom } from '../../../src/lib/index.ts';
import type { Random } from '../../../src/lib/index.ts';
import type { TimelineItem } from '../../../src/model/index.ts';
import type { Row } from '../../../src/components/list/row.ts';
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

const rowsOf = (...given: Parameters<typeof timelineRows>): readonly Row[] => timelineRows(...given).rows;

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
    expect(sketch(rowsOf(items, oneDay))).toBe('date <m1 m2 m3> <m4> <m5>');
  });

  test('a long silence parts a run', () => {
    const items = [said(1, 'a', { minutesAgo: 30 }), said(2, 'b', { minutesAgo: 10 })];
    expect(sketch(rowsOf(items, oneDay))).toBe('date <m1> <m2>');
  });

  test('a new day gets its line', () => {
    const items = [said(1, 'a', { minutesAgo: 3000 }), said(2, 'b', { minutesAgo: 10 })];
    const dayKey = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
    expect(sketch(rowsOf(items, dayKey))).toBe('date <m1> date <m2>');
  });

  test('the "New" line stands before the first unread message of somebody else', () => {
    const items = [said(1, 'a'), said(2, 'b'), said(3, 'c')];
    expect(sketch(rowsOf(items, oneDay, 1))).toBe('date <m1> new <m2 m3>');
    expect(sketch(rowsOf([said(1, 'a'), wrote(2, 'b')], oneDay, 1))).toBe('date <m1> <m2>');
    expect(sketch(rowsOf(items, oneDay, 3))).toBe('date <m1 m2 m3>');
  });

  test('one who leaves as another comes is a hand-over', () => {
    const left = happened(1, { type: 'left', participant: bot });
    const joined = happened(2, { type: 'joined', participant: anna });
    expect(sketch(rowsOf([left, joined], oneDay))).toBe('date handover');
    expect(rowsOf([joined, left], oneDay)[1]).toMatchObject({ from: bot, to: anna });
  });

  test('the customer is not told that he came, and the end is said once', () => {
    const items = [
      happened(1, { type: 'joined', participant: customer }),
      happened(2, { type: 'left', participant: customer }),
      happened(3, { type: 'ended' }),
    ];
    expect(sketch(rowsOf(items, oneDay))).toBe('date system');
  });

  test('a choice is known at the message it answers', () => {
    const question = showed(1, { type: 'text', text: '?', format: 'plain', actions: [] });
    const answer = showed(
      2,
      { type: 'choice', action: 'reply', text: 'Yes', payload: 'Y' },
      { own: true, sender: customer, answers: 1 },
    );
    expect(rowsOf([question, answer], oneDay)[1]).toMatchObject({ chosen: 'Y' });
  });
});

describe('rows that go on from earlier ones', () => {
  const dayKey = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

  /** A row of the timeline by chance: speakers, silences, days, people who come and go, questions and answers. */
  function chanceItem(seq: number, random: Random, before: readonly TimelineItem[]): TimelineItem {
    const roll = random.next() * 10;
    const minutesAgo = 20_000 - seq * 120 * random.next();
    if (roll < 1) return happened(seq, { type: 'left', participant: bot });
    if (roll < 2)
      return happened(seq, { type: 'joined', participant: random.next() < 0.5 ? anna : customer });
    if (roll < 2.5)
      return { kind: 'gap', key: `gap:${seq}`, afterSeq: seq, beforeSeq: seq + 1, status: 'failed' };
    if (roll < 4)
      return showed(
        seq,
        { type: 'choice', action: 'reply', text: 'Yes', payload: `Y${seq}` },
        { own: true, minutesAgo, answers: asked(before.at(-Math.ceil(random.next() * 6))) },
      );
    return roll < 6
      ? wrote(seq, 'mine', { minutesAgo })
      : said(seq, 'a', { minutesAgo, sender: roll < 8 ? anna : bot });
  }

  const asked = (item: TimelineItem | undefined): number =>
    item?.kind === 'message' ? (item.message.seq ?? 0) : 0;

  test('are those that would be made anew, whatever changes', () => {
    const random = createSeededRandom(7);
    let items: readonly TimelineItem[] = [];
    let incremental = timelineRows(items, dayKey, 12);
    for (let seq = 1; seq < 400; seq++) {
      const at = random.next() < 0.7 ? items.length : Math.floor(random.next() * items.length);
      const gone = random.next() < 0.2 ? 1 : 0;
      items = [...items.slice(0, at), chanceItem(seq, random, items.slice(0, at)), ...items.slice(at + gone)];
      incremental = timelineRows(items, dayKey, 12, incremental);
      expect(incremental.rows).toEqual(rowsOf(items, dayKey, 12));
      expect(incremental.newAt).toBe(incremental.rows.findIndex((row) => row.kind === 'new'));
    }
  });

  test('look at as many messages for one that comes, however many there are', () => {
    const touched = [100, 100_000].map((count) => {
      let looks = 0;
      const watched = Array.from({ length: count }, (_, at): TimelineItem => {
        const item = said(at + 1, 'a', { minutesAgo: 500_000 - at });
        return new Proxy(item, { get: (of, name) => (looks++, Reflect.get(of, name)) });
      });
      const before = timelineRows(watched, dayKey, 1);
      const items = [...watched, said(count + 1, 'new')];
      looks = 0;
      expect(timelineRows(items, dayKey, 1, before).rows.at(-1)?.key).toBe(`m${count + 1}`);
      return looks;
    });
    expect(touched[1]).toBeLessThanOrEqual((touched[0] ?? 0) * 1.2);
  });
});
