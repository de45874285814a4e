import { expect, test } from 'vitest';
import { selectTimeline } from '../../../src/model/index.ts';
import { agent, customer, line, openScenario, pause } from '../../../src/testing/index.ts';
import type { Scenario, ScenarioStep } from '../../../src/testing/index.ts';

async function played(...steps: readonly ScenarioStep[]): Promise<Scenario> {
  const scenario = await openScenario();
  for (const step of steps) await scenario.play(step);
  return scenario;
}

function said({ client }: Scenario): string[] {
  return selectTimeline(client.getState()).flatMap((item) =>
    item.kind === 'message' ? [`${item.message.own ? 'I' : 'they'}: ${item.message.body.text}`] : [],
  );
}

test('a script is played from the first word to a choice of a card', async () => {
  const scenario = await played(
    customer.says('Which bike is for me?'),
    agent.accepts(),
    agent.types(),
    pause(1_000),
    agent.says('For the town?', 'Yes', 'No'),
    customer.chooses('Yes'),
    agent.sends('Look:', {
      title: 'Havn 3',
      actions: [{ type: 'postback', text: 'Reserve', payload: 'R1' }],
    }),
    customer.chooses('Reserve'),
  );
  expect(said(scenario)).toEqual([
    'I: Which bike is for me?',
    'they: For the town?',
    'I: Yes',
    'they: Look:',
    'I: Reserve',
  ]);
  await scenario.stop();
});

test('what is said while the line is down is there when it is back', async () => {
  const scenario = await played(
    customer.says('Hello'),
    agent.accepts(),
    line.drops(3_000),
    agent.says('Hi'),
    pause(60_000),
  );
  expect(said(scenario)).toEqual(['I: Hello', 'they: Hi']);
  await scenario.stop();
});

test('a choice that nobody offered is an error that names it', async () => {
  const scenario = await played(customer.says('Hello'));
  await expect(scenario.play(customer.chooses('Reserve'))).rejects.toThrow('Nobody offered "Reserve"');
  await scenario.stop();
});
