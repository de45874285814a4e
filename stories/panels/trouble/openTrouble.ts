import type { StoreApi } from 'zustand/vanilla';
import { createTestCenter } from '../../../src/testing/index.ts';
import { playAgent } from '../../live/playAgent.ts';
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
  const tabs = [openTroubledTab(center, road, 1), openTroubledTab(center, road, 2)] as const;
  const agent = playAgent(center, tabs[0].client);
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
      for (const tab of tabs) road.spend(tab.token());
    },
    restartConnector: () =>
      center.restartConnector().then(() => center.faults.refuse(switches.getState().isCut)),
    agentSays: () => void agent.say(`This is line ${++spoken} from the desk.`),
    async stop() {
      unlisten();
      setDeviceClock(0);
      agent.leave();
      for (const tab of tabs) tab.close();
      await center.stop();
    },
  };
}

/** See `openTrouble`. */
export interface Trouble {
  readonly baseUrl: string;
  readonly tabs: readonly [TroubledTab, TroubledTab];
  readonly switches: StoreApi<Switches>;
  /** Every stream breaks, once. */
  readonly dropLine: () => void;
  /** The tokens that the tabs hold are worth nothing any more. */
  readonly expireToken: () => void;
  readonly restartConnector: () => Promise<void>;
  /** The agent says one more numbered line, as soon as she is in the conversation. */
  readonly agentSays: () => void;
  readonly stop: () => Promise<void>;
}
