import { expect, test } from 'vitest';
import { decode } from '../../../src/lib/index.ts';
import { decodeRow } from '../../../src/server/storage/index.ts';

const decoder = decode.object({ name: decode.string() });

test('what a store hands out frozen is read once', () => {
  const row = Object.freeze({ name: 'Ada', more: 1 });
  const once = decodeRow(row, decoder);
  expect(once).toEqual({ ok: true, value: { name: 'Ada' } });
  expect(decodeRow(row, decoder)).toBe(once);
});

test('another decoder reads it anew', () => {
  const row = Object.freeze({ name: 'Ada' });
  decodeRow(row, decoder);
  expect(decodeRow(row, decode.object({ name: decode.number() })).ok).toBe(false);
});

test('what may change is read each time', () => {
  const row = { name: 'Ada' };
  decodeRow(row, decoder);
  row.name = 'Ben';
  expect(decodeRow(row, decoder)).toEqual({ ok: true, value: { name: 'Ben' } });
});
