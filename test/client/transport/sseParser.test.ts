import fc from '../../support/property.ts';
import { describe, expect, test } from 'vitest';
import { createSseParser } from '../../../src/client/transport/sseParser.ts';

/** What the parser makes of a text, cut into pieces of these sizes. */
function read(text: string | Uint8Array, sizes: readonly number[] = []): string[] {
  const events: string[] = [];
  const parser = createSseParser((data) => events.push(data));
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  let at = 0;
  for (const size of sizes) {
    parser.push(bytes.slice(at, at + size));
    at += size;
  }
  parser.push(bytes.slice(at));
  return events;
}

describe('the rules of text/event-stream', () => {
  test.each([
    ['a plain event', 'data: one\n\n', ['one']],
    ['no space after the colon', 'data:one\n\n', ['one']],
    ['only one space is taken off', 'data:  one\n\n', [' one']],
    ['several lines are joined', 'data: one\ndata: two\n\n', ['one\ntwo']],
    ['a field without a colon is an empty value', 'data\ndata\n\n', ['\n']],
    [
      'comments and other fields are passed over',
      ': beat\nid: 7\nevent: x\nretry: 5\ndata: one\n\n',
      ['one'],
    ],
    ['an event without data is none', 'id: 7\n\n', []],
    ['what is unfinished is none', 'data: one\n', []],
    ['CRLF', 'data: one\r\n\r\ndata: two\r\n\r\n', ['one', 'two']],
    ['lone CR', 'data: one\r\rdata: two\r\r\n', ['one', 'two']],
    ['a byte order mark at the start', '\uFEFFdata: one\n\n', ['one']],
    ['a NUL is a letter like any other', 'data: a\u0000b\n\n', ['a\u0000b']],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a character that is cut in two comes whole', () => {
    expect(read('data: grüß 🙂\n\n', [9, 1, 1, 2])).toEqual(['grüß 🙂']);
  });

  test('a CRLF that is cut in two is one end of line', () => {
    expect(read('data: one\r\ndata: two\r\n\r\n', [10, 1])).toEqual(['one\ntwo']);
  });
});

test('pieces of any size make the same events', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `data: ${text.replace(/[\r\n]/g, '')}`),
    fc.constantFrom('', '', ': beat', 'id: 1', 'data'),
  );
  const end = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(line, end)),
      fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 40 }),
      (lines, sizes) => {
        const text = lines.map(([words, tail]) => words + tail).join('');
        expect(read(text, sizes)).toEqual(read(text));
      },
    ),
  );
});

test('bytes of any kind never throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void read(bytes)));
});

test('an event without end is refused before it fills the memory', () => {
  const parser = createSseParser(() => undefined, 100);
  expect(() => parser.push(new TextEncoder().encode(`data: ${'x'.repeat(200)}`))).toThrow(RangeError);
});
