import { expect, test } from 'vitest';
import { createRowPlace } from '../../../src/components/list/createRowPlace.ts';
import type { RowPlace } from '../../../src/components/list/createRowPlace.ts';
import type { Row } from '../../../src/components/list/row.ts';
import { timelineRows } from '../../../src/components/list/timelineRows.ts';
import { said } from '../../../stories/components/conversation.ts';

const HIGH_PX = 100;

const talk = (from: number, to: number): readonly Row[] =>
  timelineRows(
    Array.from({ length: to - from + 1 }, (_, at) => said(from + at, 'Words.', { minutesAgo: 1 })),
    () => 'day',
  ).rows;

const bottomOf = ({ offsets, topPx }: RowPlace, key: string): number =>
  offsets.topOf(offsets.rows.findIndex((row) => row.key === key) + 1) - topPx;

// Under the date line, at the very top: the one row in view that keeps the place loses its head.
test('what comes before the row that is read grows upwards, though it turns out to stand in the view whole', () => {
  const place = createRowPlace();
  place.setRows(talk(11, 30));
  for (const { key } of place.offsets.rows) place.measure(key, HIGH_PX);
  place.isStuck = false;
  place.topPx = 0;
  const before = bottomOf(place, 'm11');

  place.setRows(talk(1, 30));
  place.measure('m11', HIGH_PX - 40);
  place.measure('m10', 30);
  place.measure('m9', 30);
  expect(bottomOf(place, 'm11')).toBe(before);
});

test('what came before the row that is read grows upwards when its pictures come late too, until somebody goes elsewhere', () => {
  const place = createRowPlace();
  place.setRows(talk(11, 30));
  for (const { key } of place.offsets.rows) place.measure(key, HIGH_PX);
  place.isStuck = false;
  place.topPx = 0;
  place.setRows(talk(1, 30));
  for (const { key } of place.offsets.rows.slice(0, 11)) place.measure(key, 12);
  const before = bottomOf(place, 'm11');

  place.measure('m10', 200);
  expect(bottomOf(place, 'm11')).toBe(before);
  // What comes at the end meanwhile changes nothing of that.
  place.setRows(talk(1, 31));
  place.measure('m9', 200);
  expect(bottomOf(place, 'm11')).toBe(before);

  place.aimAt(0, 'start');
  place.aim = undefined;
  place.measure('m1', 200);
  expect(place.topPx).toBe(0);
});
