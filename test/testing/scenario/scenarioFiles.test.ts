import { expect, test } from 'vitest';
import { selectTimeline } from '../../../src/model/index.ts';
import { agent, customer, line, openScenario, pause } from '../../../src/testing/index.ts';
import type { Scenario } from '../../../src/testing/index.ts';

function newest({ client }: Scenario): string | undefined {
  const item = selectTimeline(client.getState()).findLast(({ kind }) => kind === 'message');
  return item?.kind === 'message' ? `${item.message.body.type}: ${item.message.delivery.status}` : undefined;
}

test('a file that is refused fails, and goes through when it is tried again', async () => {
  const scenario = await openScenario();
  for (const step of [customer.says('Hello'), agent.accepts(), line.refusesFiles()])
    await scenario.play(step);
  await scenario.play(customer.sendsFile('order.pdf'));
  await scenario.wait(1_000);
  expect(newest(scenario)).toBe('files: failed');
  for (const step of [line.takesFiles(), customer.triesAgain(), pause(2_000)]) await scenario.play(step);
  expect(newest(scenario)).toBe('files: delivered');
  await scenario.stop();
});

test('nothing to try again is an error that says so', async () => {
  const scenario = await openScenario();
  await expect(scenario.play(customer.triesAgain())).rejects.toThrow('No message has failed');
  await scenario.stop();
});

test('a line that breaks stays down until it returns', async () => {
  const scenario = await openScenario();
  for (const step of [customer.says('One'), agent.accepts(), line.slows(2_000), customer.says('Two')])
    await scenario.play(step);
  expect(newest(scenario)).toBe('text: sending');
  for (const step of [line.breaks(), pause(10_000)]) await scenario.play(step);
  expect(newest(scenario)).toMatch(/^text: (waiting|sending)$/);
  for (const step of [line.slows(0), line.returns(), pause(60_000)]) await scenario.play(step);
  expect(newest(scenario)).toBe('text: delivered');
  await scenario.stop();
});

test('who does nothing is asked whether he is there, and staying takes the question away', async () => {
  const scenario = await openScenario({ timing: { idleTimeoutMs: 300_000, idleShutdownGraceMs: 60_000 } });
  await scenario.play(pause(301_000));
  expect(scenario.client.getState().idle).toMatchObject({ status: 'warning', graceMs: 60_000 });
  await scenario.play(customer.stays());
  expect(scenario.client.getState().idle).toEqual({ status: 'active' });
  await scenario.play(pause(361_000));
  expect(scenario.client.getState().session).toEqual({ status: 'ended', reason: 'USER_INACTIVE' });
  await scenario.stop();
});

test('a step that lasts is begun, its time passes bit by bit, and it ends', async () => {
  const scenario = await openScenario({ bot: true });
  const begun = await scenario.begin(line.drops(3_000));
  expect(begun.lastsMs).toBe(3_000);
  expect(scenario.client.getState().connection.status).not.toBe('connected');
  await scenario.wait(1_500);
  await scenario.wait(1_500);
  await begun.end();
  await scenario.wait(5_000);
  expect(scenario.client.getState().connection.status).toBe('connected');
  expect(scenario.clock.monotonic()).toBe(8_000);
  await scenario.stop();
});
