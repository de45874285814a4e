import { expect, test } from 'vitest';
import { withoutCeilings } from './support/alfa.ts';
import { ALFA_EXCEPTIONS, IBM_EXCEPTIONS } from './support/exceptions.ts';
import { judge } from './support/finding.ts';

const small = { rule: 'size', message: 'Too small', where: '<button>\n  Go\n</button>' };
const pale = { rule: 'contrast', message: '3:1', where: 'Pale' };

test('a finding that nothing excepts is one line with its rule and its place', () => {
  expect(judge([small], [])).toEqual(['size: Too small <button> Go </button>']);
});

test('an exception silences its own rule and no other', () => {
  expect(judge([small, pale], [{ rule: 'size', reason: 'why' }])).toEqual(['contrast: 3:1 Pale']);
});

test('an exception about something silences only what speaks of it, in message or place', () => {
  const about = (words: RegExp) => judge([small], [{ rule: 'size', about: words, reason: 'why' }]);
  expect(about(/<button>/)).toEqual([]);
  expect(about(/Too small/)).toEqual([]);
  expect(about(/<a /)).toHaveLength(1);
});

test('a long place is cut', () => {
  expect(judge([{ ...pale, where: 'x'.repeat(1_000) }], [])[0]).toHaveLength('contrast: 3:1 '.length + 300);
});

test('every exception says why, and no rule is excepted twice for the same thing', () => {
  for (const exceptions of [IBM_EXCEPTIONS, ALFA_EXCEPTIONS]) {
    const keys = exceptions.map(({ rule, about }) => `${rule} ${String(about)}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(exceptions.filter(({ reason }) => reason.length < 20)).toEqual([]);
  }
});

test('Alfa is given the lines of a theme without their ceiling, and all else as it is', () => {
  const tree = {
    line: 'color-mix(in oklab, var(--ink) min(100%, 30% * var(--edge)), var(--canvas))',
    size: 'min(100%, 34em)',
  };
  expect(withoutCeilings(tree)).toEqual({
    line: 'color-mix(in oklab, var(--ink) calc(30% * var(--edge)), var(--canvas))',
    size: 'min(100%, 34em)',
  });
});
