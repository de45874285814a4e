import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { AvayaCCaaSChatSDK, EVENT_NAMES } from '../../../src/facades/chat-sdk/index.ts';
import { ROOT } from '../../../scripts/root.ts';
import { createStage, EVENTS, thrownBy, type Stage } from './stage.ts';

let stage: Stage | undefined;
afterEach(() => stage?.center.stop());

/** axp.md 1.2: name and kind of what comes back. */
const METHODS = {
  init: 'promise',
  createEngagement: 'promise',
  getEngagements: 'promise',
  getEngagementById: 'promise',
  on: 'nothing',
  off: 'nothing',
  resetIdleTimeout: 'throws',
  retryConnection: 'throws',
  setJwtToken: 'throws',
  setLogLevel: 'nothing',
  shutdown: 'promise',
  version: 'string',
} as const;

describe('1.2 the namespace', () => {
  test('has exactly the twelve functions', () => {
    expect(Object.keys(AvayaCCaaSChatSDK).toSorted()).toEqual(Object.keys(METHODS).toSorted());
  });

  test.for(Object.entries(METHODS))('%s answers before init with %s', async ([name, kind]) => {
    stage = await createStage();
    const { sdk } = stage.page();
    expect(
      kindOf(() => Reflect.apply(Object(Reflect.get(sdk, name)), undefined, ['SHUTDOWN', () => 0])),
    ).toBe(kind);
  });

  test('functions need no this', async () => {
    stage = await createStage();
    const { on, off, version } = stage.page().sdk;
    on('SHUTDOWN', () => undefined);
    off('SHUTDOWN');
    expect(version()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('version is the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(AvayaCCaaSChatSDK.version()).toBe(version);
  });
});

describe('1.8 the names of the events', () => {
  test('are the sixteen of the table', () => {
    expect([...EVENT_NAMES]).toEqual([...EVENTS]);
  });
});

function kindOf(call: () => unknown): string {
  let answer: unknown;
  const code = thrownBy(() => (answer = call()));
  if (code !== 'nothing') return code === 'ACS-310' ? 'throws' : code;
  if (!(answer instanceof Promise)) return answer === undefined ? 'nothing' : typeof answer;
  answer.catch(() => undefined);
  return 'promise';
}
