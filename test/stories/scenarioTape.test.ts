import { expect, test } from 'vitest';
import { selectTimeline } from '../../src/model/index.ts';
import { agent, customer, pause } from '../../src/testing/index.ts';
import { scenarioTape } from '../../stories/player/scenarioTape.ts';
import type { Take } from '../../stories/player/tape.ts';
import { agentTakesOver } from '../../stories/panels/scenarios/agentTakesOver.ts';
import { botCarousel } from '../../stories/panels/scenarios/botCarousel.ts';
import { idleEnd } from '../../stories/panels/scenarios/idleEnd.ts';
import { lineDrops } from '../../stories/panels/scenarios/lineDrops.ts';
import { uploadRefused } from '../../stories/panels/scenarios/uploadRefused.ts';

function shown({ client }: Take): string[] {
  return selectTimeline(client.getState()).flatMap((item) =>
    item.kind === 'message' ? [`${item.message.delivery.status}: ${item.message.body.text}`] : [],
  );
}

test('a place on the tape shows the same, gone to in one go or bit by bit', async () => {
  const tape = scenarioTape([customer.says('Hello'), agent.accepts(), pause(60_000), agent.says('Hi')]);
  const places = [0, 700, 800, 2_400, 3_300, 5_000, tape.lengthMs];
  const slow = await tape.open();
  for (const atMs of places) {
    await slow.moveTo(atMs);
    const fast = await tape.open();
    await fast.moveTo(atMs);
    expect([shown(fast), fast.now()]).toEqual([shown(slow), slow.now()]);
    await fast.stop();
  }
  expect(shown(slow)).toEqual(['delivered: Hello', 'received: Hi']);
  await slow.stop();
});

test('a long silence is shown in four seconds, and the clock of the page has gone on by all of it', async () => {
  const tape = scenarioTape([pause(300_000)]);
  expect(tape.lengthMs).toBe(4_800);
  expect(tape.steps).toMatchObject([{ atMs: 800, who: 'Time', label: '5 minutes go by' }]);
  const take = await tape.open();
  const begunMs = take.now();
  await take.moveTo(2_800);
  expect(take.now() - begunMs).toBe(150_000);
  await take.moveTo(4_800);
  expect(take.now() - begunMs).toBe(300_000);
  await take.stop();
});

test('a message on its way when the line drops is kept, and is there once when it is back', async () => {
  const tape = scenarioTape(lineDrops);
  const take = await tape.open();
  const drop = tape.steps.findIndex(({ label }) => label === 'drops for 3 seconds');
  await take.moveTo(tape.steps[drop]?.atMs ?? 0);
  expect(shown(take).at(-1)).toMatch(/^(waiting|sending): Wharf Lane 4/);
  await take.moveTo(tape.lengthMs);
  expect(shown(take).filter((each) => /: Wharf Lane 4, the blue door.$/.test(each))).toEqual([
    'read: Wharf Lane 4, the blue door.',
  ]);
  await take.stop();
});

test('every scenario is played to its end', async () => {
  for (const [script, options, end] of [
    [botCarousel, { bot: true }, /^received: I am connecting you/],
    [agentTakesOver, { bot: true }, /^received: The right bag leaves today/],
    [uploadRefused, {}, /^received: Thank you, that is all I need/],
    [idleEnd, {}, /^delivered: Thank you!/],
  ] as const) {
    const tape = scenarioTape(script, options);
    const take = await tape.open();
    await take.moveTo(tape.lengthMs);
    expect(shown(take).at(-1)).toMatch(end);
    const { session } = take.client.getState();
    expect(session.status).toBe(script === idleEnd ? 'ended' : 'open');
    await take.stop();
  }
});
