import { expect, test } from 'vitest';
import { createSeededRandom } from '../../src/lib/index.ts';
import { behaves, type RequestFault } from '../../src/testing/index.ts';
import { advance, settle, stage } from './settle.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const FAULTS: readonly RequestFault[] = ['lost', 'answer-lost', { code: 'internal' }, 'captive-portal'];

/** Two hundred steps of a conversation over a line and a server that fail by lot; then the faults stop. */
test.each(SEEDS)('after any row of faults (seed %i) both ends have the same list', async (seed) => {
  const lot = createSeededRandom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(lot.next() * list.length)];
  const transports = pick([['websocket'], ['sse'], ['long-poll'], undefined] as const);
  const { client, clock, far, texts, events } = stage(
    { timing: { idleTimeoutMs: 0 }, ...(transports && { transports }) },
    seed,
  );
  await client.start();
  await settle();
  far.line = behaves.flakily(lot.next);
  let said = 0;
  const sent: string[] = [];
  for (let step = 0; step < 200; step++) {
    const draw = lot.next();
    const fault = pick(FAULTS);
    if (draw < 0.3) far.says(`a${said++}`);
    else if (draw < 0.55) {
      sent.push(`c${sent.length}`);
      await client.send(far.engagementId, { body: { type: 'text', text: sent.at(-1) ?? '' } });
    } else if (draw < 0.65 && fault)
      far.failNext(pick(['/messages', '/entries', '/history', '/stream']) ?? '', fault);
    else if (draw < 0.7) far.cut();
    else if (draw < 0.73) far.isDown = !far.isDown;
    else if (draw < 0.75) far.token = `token-${step}`;
    else await advance(clock, lot.next() * 4000, 500);
  }
  far.line = behaves.well();
  far.isDown = false;
  far.clearFaults();
  far.cut();
  await advance(clock, 120_000, 500);

  expect(texts()).toEqual(far.texts());
  expect(far.texts().filter((one) => one.startsWith('c'))).toEqual(sent);
  expect(far.texts().filter((one) => one.startsWith('a'))).toHaveLength(said);
  // Confirmed entries never move: the order told is the order of the log, but for filled gaps.
  const queued = events.filter((event) => event.type === 'MESSAGE_QUEUED');
  expect(queued).toHaveLength(sent.length);
});
