import fc from '../../support/property.ts';
import { describe, expect, test } from 'vitest';
import {
  initialConnection,
  stepConnection,
  type ConnectionEvent,
  type ConnectionState,
} from '../../../src/client/connection/connectionMachine.ts';
import { failureOfCode, UNREACHABLE } from '../../../src/client/connection/failure.ts';

const LOST: ConnectionEvent = { type: 'lost', failure: UNREACHABLE };
const EXPIRED: ConnectionEvent = { type: 'lost', failure: failureOfCode('token-expired', 'old') };
const GONE: ConnectionEvent = { type: 'lost', failure: failureOfCode('session-gone', 'gone') };

/** The steps that a row of events leads through, and all effects. */
function run(...events: readonly (ConnectionEvent | ConnectionEvent['type'])[]) {
  let state: ConnectionState = initialConnection;
  const steps: string[] = [];
  const effects: string[] = [];
  for (const event of events) {
    const [next, now] = stepConnection(state, typeof event === 'string' ? plain(event) : event);
    state = next;
    steps.push(state.step);
    effects.push(...now.map((effect) => (effect.do === 'tell' ? effect.type : effect.do)));
  }
  return { state, steps, effects };
}

function plain(type: ConnectionEvent['type']): ConnectionEvent {
  if (type === 'lost') return LOST;
  return type === 'sent-away' ? { type, delayMs: 5 } : { type };
}

test('the plain way: wanted, open, unwanted', () => {
  const { steps, effects } = run('wanted', 'hello', 'unwanted');
  expect(steps).toEqual(['line.opening', 'line.open', 'rest.off']);
  expect(effects).toEqual([
    ...['end-window', 'EVENT_STREAM_CONNECTING', 'begin-window', 'open-line'],
    ...['end-window', 'EVENT_STREAM_CONNECTED'],
    ...['drop-line', 'end-window', 'EVENT_STREAM_CLOSED'],
  ]);
});

test('each failed attempt waits longer; only a line that has held begins anew', () => {
  const { state } = run('wanted', LOST, 'retry-due', LOST, 'retry-due', 'hello', LOST);
  expect(state.attempt).toBe(3);
  expect(run('wanted', LOST, 'retry-due', 'hello', 'stable').state.attempt).toBe(0);
});

test('a hint asks an open line, and shortens a wait; it starts nothing by itself', () => {
  expect(run('wanted', 'hello', 'hint').effects.at(-1)).toBe('probe');
  expect(run('wanted', LOST, 'hint').effects.at(-1)).toBe('wait-less');
  expect(run('hint').effects).toEqual([]);
});

test('a hint hurries an attempt that is under way', () => {
  expect(run('wanted', 'hint').effects.at(-1)).toBe('wait-less');
});

test('a probe that is answered leaves the line as it is, and tells nobody', () => {
  const { steps, effects } = run('wanted', 'hello', 'hint', 'alive');
  expect(steps.at(-1)).toBe('line.open');
  expect(effects.filter((one) => one === 'EVENT_STREAM_CONNECTED')).toHaveLength(1);
});

describe('a refused token', () => {
  test('rests until a fresh one comes', () => {
    const { steps, effects } = run('wanted', EXPIRED, 'retry-due', 'fresh-token');
    expect(steps).toEqual(['line.opening', 'wait.token', 'wait.token', 'line.opening']);
    expect(effects).toContain('ask-token');
  });

  test('refused again is refused for good', () => {
    const { state, effects } = run('wanted', EXPIRED, 'fresh-token', EXPIRED);
    expect(state.step).toBe('rest.stopped');
    expect(effects.filter((one) => one === 'ask-token')).toHaveLength(1);
  });

  test('a road that failed in between has not judged the fresh one', () => {
    expect(run('wanted', EXPIRED, 'fresh-token', LOST, 'retry-due', EXPIRED).state.step).toBe('wait.token');
  });

  test('a line that came up in between wipes the slate', () => {
    expect(run('wanted', EXPIRED, 'fresh-token', 'hello', EXPIRED).state.step).toBe('wait.token');
  });

  test('a fresh token on a living line is said on it, unnoticed', () => {
    const { steps, effects } = run('wanted', 'hello', 'fresh-token', 'hello');
    expect(steps.slice(2)).toEqual(['line.renewing', 'line.open']);
    expect(
      effects.filter((one) => one === 'EVENT_STREAM_CONNECTING' || one === 'EVENT_STREAM_CONNECTED'),
    ).toHaveLength(2);
  });

  test('a fresh token that comes while another one is being judged begins a line of its own, unnoticed', () => {
    for (const before of [['wanted'], ['wanted', 'hello', 'fresh-token']] as const) {
      const { state } = run(...before);
      const [after, effects] = stepConnection(state, { type: 'fresh-token' });
      expect(after).toBe(state);
      expect(effects.map((effect) => effect.do)).toEqual(['drop-line', 'open-line']);
    }
  });
});

test('an ended session is not tried again by itself', () => {
  const { steps } = run('wanted', GONE, 'retry-due', 'hint', 'window-over');
  expect(steps.slice(1)).toEqual(['rest.stopped', 'rest.stopped', 'rest.stopped', 'rest.stopped']);
});

test('after the window attempts go on, slowly, until a hello', () => {
  const { state } = run('wanted', LOST, 'window-over');
  expect(state).toMatchObject({ step: 'wait.retry', isSlow: true });
  expect(run('wanted', LOST, 'window-over', 'retry-due', LOST).state.isSlow).toBe(true);
  expect(run('wanted', LOST, 'window-over', 'retry-due', 'hello').state.isSlow).toBe(false);
});

test('a retry by hand begins the window and the back-off anew', () => {
  const { state, effects } = run('wanted', LOST, 'retry-due', LOST, 'window-over', 'retry-now');
  expect(state).toMatchObject({ step: 'line.opening', attempt: 0, isSlow: false });
  expect(effects.slice(-4)).toEqual(['end-window', 'EVENT_STREAM_CONNECTING', 'begin-window', 'open-line']);
});

test('in any row of events a line is opened only after the one before was dropped, and unwanted always ends it', () => {
  const types = [
    ...['wanted', 'unwanted', 'hello', 'alive', 'sent-away', 'retry-due', 'hint', 'retry-now'],
    ...['fresh-token', 'token-expired', 'window-over', 'stable'],
  ] as const;
  const event = fc.oneof(
    fc.constantFrom(...types).map((type) => plain(wordOf(type))),
    fc.constantFrom(LOST, EXPIRED, GONE),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let state: ConnectionState = initialConnection;
      let lines = 0;
      for (const one of events) {
        const [next, effects] = stepConnection(state, one);
        state = next;
        for (const effect of effects) {
          if (effect.do === 'open-line') lines += 1;
          if (effect.do === 'drop-line') lines = 0;
        }
        expect(lines).toBe(state.step.startsWith('line') ? 1 : 0);
      }
      expect(stepConnection(state, { type: 'unwanted' })[0].step).toBe('rest.off');
    }),
    { numRuns: 1000 },
  );
});

function wordOf(type: string): ConnectionEvent['type'] {
  const words: readonly ConnectionEvent['type'][] = [
    ...([
      'wanted',
      'unwanted',
      'hello',
      'alive',
      'lost',
      'sent-away',
      'retry-due',
      'hint',
      'retry-now',
    ] as const),
    ...(['fresh-token', 'token-expired', 'window-over', 'stable'] as const),
  ];
  const found = words.find((word) => word === type);
  if (!found) throw new Error(type);
  return found;
}
