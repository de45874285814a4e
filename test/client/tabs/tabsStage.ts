import { createSharedClient } from '../../../src/client/createSharedClient.ts';
import type { ChatClient, ChatClientOptions } from '../../../src/client/index.ts';
import {
  createSeededRandom,
  createSimulatedClock,
  silentLogger,
  type SimulatedClock,
} from '../../../src/lib/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import { createScriptedConnector, type ScriptedConnector } from '../../../src/testing/index.ts';
import { settle } from '../settle.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './fakeBrowser.ts';

/** A tab with its client, and all that it told. */
export interface Player extends FakeTab {
  readonly client: ChatClient;
  readonly events: ChatEvent[];
  /** Texts of the list; pending ones in brackets. */
  texts(): readonly string[];
  types(): readonly string[];
}

type MakeClient = (options: ChatClientOptions) => ChatClient;

/** One browser before one far end. */
export interface TabsStage {
  readonly clock: SimulatedClock;
  readonly far: ScriptedConnector;
  readonly browser: FakeBrowser;
  /** @param make which client; default the shared one, in one piece. */
  enters(isVisible?: boolean, options?: Partial<ChatClientOptions>, make?: MakeClient): Player;
}

/** Sets the stage; nobody has entered. */
export function tabsStage(browserOptions: { hasLocks?: boolean } = {}): TabsStage {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  const browser = createFakeBrowser(far.world, browserOptions);
  let seed = 0;
  return {
    clock,
    far,
    browser,
    enters(isVisible = true, options = {}, make = createSharedClient) {
      const tab = browser.tab(isVisible);
      const client = make({
        baseUrl: 'http://far.test',
        integrationId: 'integration-1',
        jwtProvider: far.provider,
        ...options,
        world: { ...tab.world, random: createSeededRandom(++seed), logger: silentLogger, ...options.world },
      });
      const events: ChatEvent[] = [];
      client.subscribe((event) => void events.push(event));
      return {
        ...tab,
        client,
        events,
        types: () => events.map((event) => event.type),
        texts: () =>
          (client.getState().engagements[far.engagementId]?.timeline ?? []).flatMap((item) =>
            item.kind !== 'message'
              ? []
              : [item.message.seq === undefined ? `[${item.message.body.text}]` : item.message.body.text],
          ),
      };
    },
  };
}

/** A stage with two tabs that have begun: the first leads, the second follows. */
export async function twoTabs(): Promise<TabsStage & { readonly one: Player; readonly two: Player }> {
  const stage = tabsStage();
  const [one, two] = [stage.enters(), stage.enters()];
  await one.client.start();
  await two.client.start();
  await settle();
  return { ...stage, one, two };
}
