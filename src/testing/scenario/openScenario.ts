import type { ChatClient, ClientTiming } from '../../client/index.ts';
import { createSimulatedClock } from '../../lib/index.ts';
import type { SimulatedClock } from '../../lib/index.ts';
import { selectEngagement } from '../../model/index.ts';
import { createTestCenter } from '../center/createTestCenter.ts';
import type { TestCenter } from '../center/createTestCenter.ts';
import { createTestClient } from '../center/createTestClient.ts';
import { playAgent } from './playAgent.ts';
import { playCustomer } from './playCustomer.ts';
import { playLine } from './playLine.ts';
import type { ScenarioStep } from './scenarioSteps.ts';

/** A contact centre, a customer and an agent who play a script, step by step, in time that stands still between. */
export interface Scenario {
  readonly center: TestCenter;
  readonly client: ChatClient;
  /** Of the centre and of the client; stands still until somebody waits. */
  readonly clock: SimulatedClock;
  /** Plays one step; resolves when the contact centre has taken it. The time it lasts has then passed. */
  play(step: ScenarioStep): Promise<void>;
  /** Begins one step, for players that let time pass bit by bit: what is done is done, the time it lasts is still to `wait`. */
  begin(step: ScenarioStep): Promise<BegunStep>;
  /** Lets time pass, milliseconds. */
  wait(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** A step that is under way. */
export interface BegunStep {
  /** Milliseconds; 0 for most. */
  readonly lastsMs: number;
  /** What it did for a time is undone: the line stands again. */
  end(): Promise<void>;
}

/** Everything has a default. */
export interface ScenarioOptions {
  /** The moment at which it begins, milliseconds since 1970 UTC; default 2026-01-01. */
  readonly startMs?: number;
  /** Whether the greeter bot speaks first; default false: the first message rings at the desk. */
  readonly bot?: boolean;
  /** Of the client; its defaults. */
  readonly timing?: Partial<ClientTiming>;
}

/** Opens the stage: the customer's page has its conversation, nothing has been said. `stop` it at the end. */
export async function openScenario(options: ScenarioOptions = {}): Promise<Scenario> {
  const { startMs, bot = false, timing = {} } = options;
  const clock = createSimulatedClock(startMs);
  const center = await createTestCenter({ clock, bot });
  const client = createTestClient(center, { timing });
  const agent = await center.agent();
  await client.start();
  const open = () =>
    client.getState().connection.status === 'connected' && selectEngagement(client.getState());
  await center.until('the conversation is open', open);

  const begin = async (step: ScenarioStep): Promise<BegunStep> => {
    if (step.who === 'customer') await playCustomer(client, step);
    else if (step.who === 'agent') await playAgent(agent, step);
    else if (step.who === 'line') playLine(center.faults, step);
    await center.settle();
    return {
      lastsMs: 'forMs' in step ? step.forMs : 0,
      async end() {
        if (step.who !== 'line' || step.does !== 'drops') return;
        center.faults.refuse(false);
        await center.settle();
      },
    };
  };
  return {
    center,
    client,
    clock,
    begin,
    async play(step) {
      const begun = await begin(step);
      await center.advance(begun.lastsMs);
      await begun.end();
    },
    wait: (ms) => center.advance(ms, ms),
    async stop() {
      client.dispose();
      await center.stop();
    },
  };
}
