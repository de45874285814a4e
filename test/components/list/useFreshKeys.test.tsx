import { renderHook } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/components/list/row.ts';
import { useFreshKeys } from '../../../src/components/list/useFreshKeys.ts';
import { createSimulatedClock } from '../../../src/testing/index.ts';

const rows = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'date', key: `row-${index + 1}`, atMs: index }));

function watched(): (count: number, afterMs?: number) => readonly string[] {
  const clock = createSimulatedClock();
  const { result, rerender } = renderHook((shown: readonly Row[]) => useFreshKeys(shown, clock), {
    initialProps: rows(10),
  });
  return (count, afterMs = 1_000) => {
    clock.advance(afterMs);
    rerender(rows(count));
    return [...result.current.keys];
  };
}

describe('what rises', () => {
  test('is what has come at the end, three at most', () => {
    const show = watched();
    expect(show(11)).toEqual(['row-11']);
    expect(show(20)).toEqual(['row-18', 'row-19', 'row-20']);
  });

  test('is nothing while others still rise: in a stream all stand at once', () => {
    const show = watched();
    expect(show(11)).toEqual(['row-11']);
    for (let count = 12; count < 40; count++) expect(show(count, 100)).toEqual([]);
    expect(show(40)).toEqual(['row-40']);
  });
});
