import type { Connector } from '../connector.ts';
import { keys } from '../keys.ts';

/** Makes a round through the remembered callbacks, 2,000 a call, and forgets those of three days ago and more. */
export function createCallbackMemory(connector: () => Connector): CallbackMemory {
  let place: string | undefined;
  return {
    async forget() {
      const { store, clock } = connector();
      const oldestMs = clock.now() - FORGET_AFTER_MS;
      const found = await store.transact(async (rows) => {
        const after = place === undefined ? {} : { after: place };
        const seen = await rows.list({ prefix: keys.seens, limit: BATCH, ...after });
        for (const [key, atMs] of seen)
          if (typeof atMs === 'number' && atMs < oldestMs) await rows.delete(key);
        return seen;
      });
      place = found.length < BATCH ? undefined : found.at(-1)?.[0];
    },
  };
}

/** What has been taken and would be known when it came again. */
export interface CallbackMemory {
  forget(): Promise<void>;
}

/** A callback is sent again for at most a day (docs/sandbox.md); AXP does not say. */
const FORGET_AFTER_MS = 3 * 24 * 3_600_000;
const BATCH = 2000;
