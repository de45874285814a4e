import { expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { decodeSessionLog, recordSession, SessionLogError } from '../../src/recording/index.ts';
import { arrived } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';

async function createLog() {
  const client = createFakeChatClient();
  await client.start();
  const clock = createSimulatedClock();
  const recording = recordSession(client, { clock });
  clock.advance(500);
  client.emit(arrived(1, 'Hello'));
  return JSON.parse(JSON.stringify(recording.log()));
}

function faultOf(text: string): string {
  try {
    decodeSessionLog(text);
  } catch (error) {
    if (error instanceof SessionLogError) return `${error.code}: ${error.message}`;
  }
  return 'none';
}

test('a log is read as it was written', async () => {
  const log = await createLog();
  expect(decodeSessionLog(JSON.stringify(log))).toEqual(log);
});

test.for([
  ['', 'not-json: This file is not JSON'],
  ['{"format":', 'not-json: This file is not JSON'],
  ['[]', 'not-a-log: This is JSON, but not the log of a session.'],
  ['{"version":1}', 'not-a-log: This is JSON, but not the log of a session.'],
] as const)('%s is refused with its reason', ([text, fault]) => {
  expect(faultOf(text)).toMatch(fault);
});

test('a log of a later version says which one it is and what to do', async () => {
  const log = { ...(await createLog()), version: 2, events: 'of another shape' };
  expect(faultOf(JSON.stringify(log))).toBe(
    'too-new: This log is of version 2; what reads it here knows versions up to 1. Bring colloquy up to date.',
  );
});

test('a damaged log says where', async () => {
  const log = await createLog();
  const [first, second] = log.events;
  const withEvents = (...events: unknown[]): string => faultOf(JSON.stringify({ ...log, events }));
  expect(withEvents()).toMatch(/^damaged: .*events size must be between 1/);
  expect(withEvents(second)).toMatch('events[0] must be STATE_MIRRORED');
  expect(withEvents(first, { ...second, afterMs: -1 })).toMatch('events[1].afterMs must be between');
  expect(withEvents(first, second, { ...second, afterMs: 3 })).toMatch('events[2].afterMs must not be less');
  expect(withEvents(first, { afterMs: 1, event: { type: 'NOVEL' } })).toMatch(
    'events[1].event.type must be one of',
  );
});

test('an address that a page may not load is damage', async () => {
  const log = await createLog();
  log.events[1].event.entry.message.body.actions = [{ type: 'link', text: 'x', uri: 'javascript:alert(1)' }];
  expect(faultOf(JSON.stringify(log))).toMatch('actions[0].uri must be an https address');
});
