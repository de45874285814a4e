import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { createChatClient, type ChatClient, type ChatClientOptions } from '../../src/client/index.ts';
import {
  createSeededRandom,
  createSimulatedClock,
  silentLogger,
  type SimulatedClock,
} from '../../src/lib/index.ts';
import type { ChatEvent, TimelineItem } from '../../src/model/index.ts';
import { createScriptedConnector, type ScriptedConnector } from '../../src/testing/index.ts';

/** Lets everything that is under way come to rest: promises, and the platform's streams, which take whole turns. */
export async function settle(turns = 10): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await turnOfTheLoop();
}

/** Moves the clock in steps, letting everything come to rest between. */
export async function advance(clock: SimulatedClock, ms: number, stepMs = 250): Promise<void> {
  await settle();
  for (let left = ms; left > 0; left -= stepMs) {
    clock.advance(Math.min(stepMs, left));
    await settle(3);
  }
  await settle();
}

/** A client against a scripted far end, and all that it told. */
export interface Stage {
  readonly clock: SimulatedClock;
  readonly far: ScriptedConnector;
  readonly client: ChatClient;
  readonly events: ChatEvent[];
  readonly kept: Map<string, string>;
  /** The types of all events so far, without those of messages. */
  types(): readonly string[];
  /** Texts of the list, pending ones in brackets, gaps as an ellipsis. */
  texts(): readonly string[];
}

/** Sets a stage; nothing has started. */
export function stage(options: Partial<ChatClientOptions> = {}, seed = 1): Stage {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  const kept = new Map<string, string>();
  const client = createChatClient({
    baseUrl: 'http://far.test',
    integrationId: 'integration-1',
    jwtProvider: far.provider,
    ...options,
    world: {
      ...far.world,
      random: createSeededRandom(seed),
      logger: silentLogger,
      storage: {
        get: (key) => kept.get(key) ?? null,
        set: (key, value) => void kept.set(key, value),
        remove: (key) => void kept.delete(key),
      },
      ...options.world,
    },
  });
  const events: ChatEvent[] = [];
  client.subscribe((event) => void events.push(event));
  return {
    clock,
    far,
    client,
    events,
    kept,
    types: () => events.map((event) => event.type),
    texts: () =>
      (client.getState().engagements[far.engagementId]?.timeline ?? []).map((item) => textOf(item)),
  };
}

function textOf(item: TimelineItem): string {
  if (item.kind === 'gap') return '…';
  if (item.kind === 'system') return item.event.type;
  return item.message.seq === undefined ? `[${item.message.body.text}]` : item.message.body.text;
}
