import { expect, test } from 'vitest';
import { createSseFrames } from '../../../src/desk/data/sseFrames.ts';

test('frames are whole however the text is cut', () => {
  const text = 'id: a-1\r\nevent: typing\r\ndata: {"x":1}\r\n\r\n: beat\n\ndata: one\ndata: two\n\n';
  for (let size = 1; size <= text.length; size++) {
    const frames = createSseFrames();
    const got = [];
    for (let at = 0; at < text.length; at += size) got.push(...frames(text.slice(at, at + size)));
    expect(got, `pieces of ${size}`).toEqual([
      { id: 'a-1', event: 'typing', data: '{"x":1}' },
      { event: 'message', data: 'one\ntwo' },
    ]);
  }
});

test('comments and half frames yield nothing', () => {
  const frames = createSseFrames();
  expect(frames(': beat\n\n')).toEqual([]);
  expect(frames('data: not yet')).toEqual([]);
});
