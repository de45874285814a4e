import type { ChatClient } from '../../client/index.ts';
import { createSimulatedClock } from '../../lib/index.ts';
import { selectEngagement, selectTimeline } from '../../model/index.ts';
import type { ChatMessage } from '../../model/index.ts';
import { createTestCenter } from '../center/createTestCenter.ts';
import type { TestCenter } from '../center/createTestCenter.ts';
import { createTestClient } from '../center/createTestClient.ts';
import type { ScriptedAgent } from '../center/scriptedAgent.ts';
import { repliesOf } from './scenarioSteps.ts';
import type { ScenarioStep } from './scenarioSteps.ts';

/** A contact centre, a customer and an agent who play a script, step by step, in time that stands still between. */
export interface Scenario {
  readonly center: TestCenter;
  readonly client: ChatClient;
  /** Plays one step; resolves when the contact centre has taken it. The time it lasts has then passed. */
  play(step: ScenarioStep): Promise<void>;
  /** Lets time pass, milliseconds. */
  wait(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param startMs the moment at which it begins, milliseconds since 1970 UTC; default 2026-01-01. */
export async function openScenario(startMs?: number): Promise<Scenario> {
  const center = await createTestCenter({ clock: createSimulatedClock(startMs) });
  const client = createTestClient(center);
  const agent = await center.agent();
  await client.start();
  const open = () =>
    client.getState().connection.status === 'connected' && selectEngagement(client.getState());
  await center.until('the conversation is open', open);
  return {
    center,
    client,
    async play(step) {
      if (step.who === 'customer') await playCustomer(client, step);
      else if (step.who === 'agent') await playAgent(agent, step);
      else {
        if (step.who === 'line') {
          center.faults.refuse(true);
          center.faults.dropLine();
        }
        await center.advance(step.forMs);
        center.faults.refuse(false);
      }
      await center.settle();
    },
    wait: (ms) => center.advance(ms, ms),
    async stop() {
      client.dispose();
      await center.stop();
    },
  };
}

type StepOf<Who> = Extract<ScenarioStep, { readonly who: Who }>;

async function playCustomer(client: ChatClient, { does, text }: StepOf<'customer'>): Promise<void> {
  const id = selectEngagement(client.getState())?.engagementId;
  if (id === undefined) throw new Error('The customer has no conversation');
  if (does === 'says') {
    await client.send(id, { body: { type: 'text', text } });
    return;
  }
  const offer = messagesOf(client).findLast((message) => choice(message, text));
  const found = offer && choice(offer, text);
  if (!found || offer.messageId === undefined) throw new Error(`Nobody offered "${text}"`);
  const body = { type: 'choice', action: found.type, text, payload: found.payload } as const;
  await client.send(id, { body, parentMessageId: offer.messageId });
}

async function playAgent(agent: ScriptedAgent, step: StepOf<'agent'>): Promise<void> {
  if (step.does === 'says') await agent.says(step.text, repliesOf(step.replies));
  else if (step.does === 'sends') await agent.sends(step.cards, step.text);
  else if (step.does === 'accepts') await agent.accept();
  else await agent[step.does]();
}

function messagesOf(client: ChatClient): readonly ChatMessage[] {
  return selectTimeline(client.getState()).flatMap((item) => (item.kind === 'message' ? [item.message] : []));
}

function choice({ body }: ChatMessage, text: string): Choice | undefined {
  const offered =
    body.type === 'carousel'
      ? body.items.flatMap(({ actions }) => actions)
      : 'actions' in body
        ? body.actions
        : [];
  for (const action of offered ?? [])
    if ((action.type === 'reply' || action.type === 'postback') && action.text === text) return action;
  return undefined;
}

interface Choice {
  readonly type: 'reply' | 'postback';
  readonly payload: string;
}
