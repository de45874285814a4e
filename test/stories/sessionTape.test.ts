import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeSessionLog } from '../../src/recording/index.ts';
import { selectTimeline } from '../../src/model/index.ts';
import { sessionTape } from '../../stories/player/sessionTape.ts';

const report = decodeSessionLog(
  readFileSync(new URL('../../stories/panels/replay/report.json', import.meta.url), 'utf8'),
);

test('the checked-in report is a tape with the steps that a viewer would tell', () => {
  const { steps, lengthMs } = sessionTape(report);
  expect(lengthMs).toBe(report.lengthMs);
  expect(steps[0]).toEqual({ atMs: 0, who: 'Recording', label: 'begins' });
  const told = steps.map(({ who, label }) => `${who} ${label}`);
  for (const each of [
    'Agent types',
    'Page could not send it: upstream-refused',
    'Agent has read it',
    'Line stands',
  ])
    expect(told).toContain(each);
  expect(told).toContain('Agent leaves');
  expect(told).toContain('Line broke: SERVER_UNREACHABLE');
});

test('the tape shows the list as it was at each of its steps, and its clock with it', async () => {
  const tape = sessionTape(report);
  const take = await tape.open();
  let rows = 0;
  for (const { atMs } of tape.steps) {
    await take.moveTo(atMs);
    expect(take.now()).toBe(report.startedAtMs + atMs);
    const now = selectTimeline(take.client.getState()).length;
    expect(now).toBeGreaterThanOrEqual(rows);
    rows = now;
  }
  expect(rows).toBeGreaterThan(10);
  await take.stop();
});
