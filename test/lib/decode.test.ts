import fc from '../support/property.ts';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/lib/index.ts';

const person = decode.object({
  name: decode.string({ min: 1, max: 5 }),
  age: decode.optional(decode.number({ min: 0, whole: true })),
});

describe('an object', () => {
  test('keeps the named fields only, and leaves absent ones absent', () => {
    expect(person({ name: 'Ada', other: 1, age: null })).toEqual({ ok: true, value: { name: 'Ada' } });
  });

  test('tells every fault with its place and its kind', () => {
    expect(person({ name: '', age: 1.5 })).toEqual({
      ok: false,
      faults: [
        { path: 'name', message: 'size must be between 1 and 5', rule: 'range' },
        { path: 'age', message: 'must be a whole number', rule: 'type' },
      ],
    });
  });

  test('reads own fields only: what a prototype has is not there', () => {
    expect(person(Object.create({ name: 'Ada' }))).toMatchObject({ ok: false });
    expect(decode.object({ constructor: decode.optional(decode.anything) })({})).toEqual({
      ok: true,
      value: {},
    });
  });

  test.each([[null], [undefined], ['text'], [7], [[]], [true]])('%o is none', (input) => {
    expect(person(input).ok).toBe(false);
  });
});

describe('a map', () => {
  test('drops the keys that reach into prototypes', () => {
    const input: unknown = JSON.parse('{"a":"1","__proto__":"2","constructor":"3","prototype":"4"}');
    const decoded = decode.map(decode.string())(input);
    expect(decoded).toEqual({ ok: true, value: { a: '1' } });
    expect(Object.getPrototypeOf(decoded.ok ? decoded.value : undefined)).toBe(Object.prototype);
  });

  test('has limits', () => {
    const small = decode.map(decode.string(), { maxEntries: 1, maxKey: 2 });
    expect(small({ a: '1', b: '2' }).ok).toBe(false);
    expect(small({ long: '1' }).ok).toBe(false);
  });
});

test('a list tells the place of each faulty entry', () => {
  const decoded = decode.list(decode.boolean)([true, 1, false, 'x']);
  expect(decoded.ok ? [] : decoded.faults.map((fault) => fault.path)).toEqual(['[1]', '[3]']);
});

test('a union picks by its word, and only by an own one', () => {
  const shape = decode.union<unknown>('type', { a: decode.object({ type: decode.oneOf('a') }) });
  expect(shape({ type: 'a' }).ok).toBe(true);
  for (const type of ['b', 'toString', '__proto__', 7, undefined]) expect(shape({ type }).ok).toBe(false);
});

test('text that is no JSON is a fault', () => {
  expect(decode.decodeJson('{', person)).toMatchObject({ ok: false });
});

test('nothing makes a decoder throw', () => {
  const every = decode.object({
    text: decode.string({ pattern: /x/ }),
    list: decode.list(decode.map(decode.number())),
    word: decode.oneOf('a', 'b'),
    union: decode.union<unknown>('type', { a: person }),
    filled: decode.withDefault(decode.boolean, true),
  });
  fc.assert(
    fc.property(fc.anything(), (input) => typeof every(input).ok === 'boolean'),
    { numRuns: 2000 },
  );
});
