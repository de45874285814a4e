import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { createEmitter } from '../../../src/lib/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import { createTestCenter } from '../../../src/testing/index.ts';
import { playAgent } from '../../live/playAgent.ts';
import { createProfile } from './createProfile.ts';
import { createTroubledRoad } from './createTroubledRoad.ts';
import { setDeviceClock, trueClock } from './deviceClock.ts';
import { openTroubledTab } from './openTroubledTab.ts';
import type { TroubledTab } from './openTroubledTab.ts';
import { createSwitches } from './switches.ts';
import type { Switches } from './switches.ts';

/** A contact centre, an agent, two tabs of one customer, and everything that can go wrong between them. */
export async function openTrouble(): Promise<Trouble> {
  const center = await createTestCenter({ clock: trueClock });
  const switches = createSwitches();
  const road = createTroubledRoad(center, switches);
  const profile = createProfile();
  const heard = createEmitter<ChatEvent>();
  let seed = 0;
  const open = (at: 0 | 1): TroubledTab => {
    const tab = openTroubledTab({ center, road, profile, seed: ++seed });
    // All tabs show the same: the agent hears it from the first that lives.
    tab.client.subscribe((event) => {
      if (at === 0 || !tabs.getState()[0]) heard.emit(event);
    });
    return tab;
  };
  const tabs = createStore<Tabs>(() => [undefined, undefined]);
  tabs.setState([open(0), open(1)], true);
  const agent = playAgent(center, heard);
  let spoken = 0;

  const unlisten = switches.subscribe((next, before) => {
    if (next.isCut !== before.isCut) center.faults.refuse(next.isCut);
    if (next.clockOffsetMs !== before.clockOffsetMs) setDeviceClock(next.clockOffsetMs);
    // A connector that refuses everything keeps no stream either.
    if (next.refusal !== before.refusal && next.refusal !== 'none') center.faults.dropLine();
  });
  return {
    baseUrl: center.baseUrl,
    tabs,
    switches,
    dropLine: center.faults.dropLine,
    expireToken() {
      for (const tab of tabs.getState()) if (tab) road.spend(tab.token());
    },
    killLeader() {
      const [first, second] = tabs.getState();
      const leader = [first, second].find((tab) => tab?.leads.getState());
      leader?.crash();
      if (leader)
        tabs.setState([first === leader ? undefined : first, second === leader ? undefined : second], true);
    },
    reopen(at) {
      const [first, second] = tabs.getState();
      tabs.setState(at === 0 ? [first ?? open(0), second] : [first, second ?? open(1)], true);
    },
    restartConnector: () =>
      center.restartConnector().then(() => center.faults.refuse(switches.getState().isCut)),
    agentSays: () => void agent.say(`This is line ${++spoken} from the desk.`),
    async stop() {
      unlisten();
      setDeviceClock(0);
      agent.leave();
      for (const tab of tabs.getState()) tab?.close();
      await center.stop();
    },
  };
}

/** See `openTrouble`. */
export interface Trouble {
  readonly baseUrl: string;
  /** Undefined where a tab has died. */
  readonly tabs: StoreApi<Tabs>;
  readonly switches: StoreApi<Switches>;
  /** Every stream breaks, once. */
  readonly dropLine: () => void;
  /** The tokens that the tabs hold are worth nothing any more. */
  readonly expireToken: () => void;
  /** The tab that holds the line for both dies without a word. */
  readonly killLeader: () => void;
  readonly reopen: (at: 0 | 1) => void;
  readonly restartConnector: () => Promise<void>;
  /** The agent says one more numbered line, as soon as she is in the conversation. */
  readonly agentSays: () => void;
  readonly stop: () => Promise<void>;
}

type Tabs = readonly [first: TroubledTab | undefined, second: TroubledTab | undefined];
