import { expect, test } from 'vitest';
import { redact } from '../../src/inspector/index.ts';

const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

test('tokens, keys and signatures are taken out wherever they stand', () => {
  const copy = redact({
    token: 'abc',
    nested: [{ appkey: 'k', jwtToken: JWT }],
    said: `Bearer ${JWT}`,
    url: 'https://chat.example/v1/media/1?sig=abc&exp=2',
  });
  expect(copy).toEqual({
    token: '[redacted]',
    nested: [{ appkey: '[redacted]', jwtToken: '[redacted]' }],
    said: 'Bearer [token]',
    url: 'https://chat.example/v1/media/1?[signature]',
  });
});

test('what people wrote, and who they are, is there only when it is asked for', () => {
  const event = {
    body: { text: 'My number is 4711' },
    sender: { displayName: 'Anna' },
    latitude: 48.1,
    seq: 3,
  };
  expect(redact(event)).toEqual({
    body: { text: '[17 characters]' },
    sender: { displayName: '[4 characters]' },
    latitude: '[number]',
    seq: 3,
  });
  expect(redact(event, { texts: true })).toEqual(event);
});

test('a secret stays out even of texts', () => {
  expect(redact({ text: `look: ${JWT}` }, { texts: true })).toEqual({ text: 'look: [token]' });
});

test('a mirrored state is left out', () => {
  expect(redact({ type: 'STATE_MIRRORED', state: { a: 1 } })).toEqual({
    type: 'STATE_MIRRORED',
    state: '[state]',
  });
});
