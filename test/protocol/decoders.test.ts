import fc from '../support/property.ts';
import { describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import {
  asId,
  decodeBody,
  decodeClientFrame,
  decodeCursor,
  decodeEngagement,
  decodeEntryRange,
  decodeEvent,
  decodeHistoryPage,
  decodeMessage,
  decodeOutgoingBody,
  decodeParameters,
  decodePollAnswer,
  decodeProblem,
  decodeSendAnswer,
  decodeSendRequest,
  decodeServerFrame,
  decodeSession,
  encodeCursor,
  isSafeUrl,
  PROBLEM_CODES,
  PROBLEMS,
  problemOf,
  routes,
} from '../../src/protocol/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';

const DECODERS = {
  ...{ decodeBody, decodeClientFrame, decodeEngagement, decodeEntryRange, decodeEvent, decodeHistoryPage },
  ...{
    decodeMessage,
    decodeOutgoingBody,
    decodeParameters,
    decodePollAnswer,
    decodeProblem,
    decodeSendAnswer,
  },
  ...{ decodeSendRequest, decodeServerFrame, decodeSession },
};

/** Good values, to be spoilt. */
function samples(): unknown[] {
  const far = createScriptedConnector(createSimulatedClock());
  far.says('Hello');
  const [entry] = far.logs.range(far.engagementId, 0, 1);
  const view = far.view();
  const heads = far.logs.heads();
  return [
    view,
    view.engagements[0],
    { type: 'event', event: entry },
    entry,
    { head: far.logs.head(far.engagementId), entries: [entry] },
    { type: 'heartbeat', heads, serverTime: view.serverTime },
    { frames: [{ type: 'caught-up', heads }] },
    { type: 'authenticate', token: 't', appkey: 'a', cursor: view.cursor },
    problemOf('sequence-gap', { expected: 3 }),
  ];
}

/** Values near to good ones: one part of a sample replaced by anything. */
const spoilt = fc
  .tuple(fc.constantFrom(...samples()), fc.array(fc.nat(20), { maxLength: 4 }), fc.anything())
  .map(([sample, path, anything]) => replaceAt(structuredClone(sample), path, anything));

function replaceAt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  return { ...value, [key]: replaceAt(Reflect.get(value, key), rest, by) };
}

describe.each(Object.entries(DECODERS))('%s', (_name, decoder) => {
  test('answers or tells its faults, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.anything()), (input) => {
        const decoded = decoder(input);
        expect(decoded.ok || decoded.faults.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('what it hands out can be decoded again to the same', () => {
    for (const sample of samples()) {
      const once = decoder(sample);
      // A signal of an unknown type keeps its name only; read again it would be another one.
      const isKnown = once.ok && Reflect.get(once.value, 'type') !== 'UNKNOWN_SIGNAL';
      expect(isKnown ? decoder(structuredClone(once.value)) : once).toEqual(once);
    }
  });
});

test('a body whose type cannot be turned into a string is a fault, not an exception', () => {
  expect(decodeBody({ type: { toString: '' } }).ok).toBe(false);
  expect(decodeBody({ type: Object.create(null) }).ok).toBe(false);
});

test('no key of a prototype comes through, wherever it stands', () => {
  const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  expect(decodeParameters(JSON.parse('{"a":"1","__proto__":"x","constructor":"y"}'))).toEqual({
    ok: true,
    value: { a: '1' },
  });
  for (const decoder of Object.values(DECODERS)) decoder(JSON.parse(evil));
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  const heads = decodeServerFrame(
    JSON.parse('{"type":"caught-up","heads":{"__proto__":{"epoch":"e","seq":1},"a":{"epoch":"e","seq":2}}}'),
  );
  expect(heads.ok).toBe(true);
  expect(Reflect.get({}, 'epoch')).toBeUndefined();
});

describe('what a later version adds', () => {
  test('an entry of an unknown type is kept as a place in the log', () => {
    const [, , frame] = samples();
    const entry = {
      ...(typeof frame === 'object' && frame && 'event' in frame && typeof frame.event === 'object'
        ? frame.event
        : {}),
      type: 'REACTION',
    };
    expect(decodeEvent(entry)).toMatchObject({ ok: true, value: { type: 'UNKNOWN', name: 'REACTION' } });
  });

  test('an unknown signal is none of our business', () => {
    expect(decodeEvent({ type: 'WAVE' })).toEqual({
      ok: true,
      value: { type: 'UNKNOWN_SIGNAL', name: 'WAVE' },
    });
  });

  test('further fields are dropped', () => {
    expect(decodeServerFrame({ type: 'reconnect', delayMs: 5, colour: 'red' })).toEqual({
      ok: true,
      value: { type: 'reconnect', delayMs: 5 },
    });
  });
});

describe('a cursor', () => {
  test('there and back', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,9}-[0-9]{1,9}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.tuple(name, fc.nat()), { noNullPrototype: true }), (logs) => {
        const heads = Object.fromEntries(
          Object.entries(logs).map(([log, [epoch, seq]]) => [log, { epoch: asId<never>(epoch), seq }]),
        );
        expect(decodeCursor(encodeCursor(heads))).toEqual(heads);
      }),
    );
  });

  test('anything else is undefined, never an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeCursor(text)));
    expect(decodeCursor('e'.repeat(1_000_000))).toBeUndefined();
    for (const text of ['', '!', 'e30x', encodeCursor({}).slice(1)])
      expect(decodeCursor(text)).toBeUndefined();
  });
});

test.each([
  ['https://example.com/a', true],
  ['http://127.0.0.1:3000/x', true],
  ['http://localhost', true],
  ['http://example.com', false],
  ['http://localhost.evil.example', false],
  ['javascript:alert(1)', false],
  ['https://', false],
  ['https://\\evil', false],
  ['//example.com', false],
  [`https://example.com/${'x'.repeat(2048)}`, false],
])('%s is a safe address: %s', (url, safe) => {
  expect(isSafeUrl(url)).toBe(safe);
});

test('every refusal has a status and a title, and can be read back', () => {
  for (const code of PROBLEM_CODES) {
    expect(PROBLEMS[code].status).toBeGreaterThanOrEqual(400);
    expect(decodeProblem(problemOf(code))).toMatchObject({ ok: true, value: { code } });
  }
});

test('ids in paths are encoded', () => {
  expect(routes.history('a/b', '../c')).toBe('/chat/v1/sessions/a%2Fb/engagements/..%2Fc/history');
});
