import { replaySession } from '../../src/recording/index.ts';
import type { SessionLog } from '../../src/recording/index.ts';
import { describeEvent } from './describeEvent.ts';
import type { Tape } from './tape.ts';

/** Nobody is there: nothing of a replay is loaded. */
const NOWHERE = 'https://replay.invalid';

/** The log of a real session as a tape, at the times at which it happened. What changes nothing to see is no step. */
export function sessionTape(log: SessionLog): Tape {
  return {
    lengthMs: log.lengthMs,
    steps: log.events.flatMap(({ afterMs, event }, at) => {
      const told = describeEvent(event, at === 0);
      return told ? [{ atMs: afterMs, ...told }] : [];
    }),
    async open() {
      const { client, now, moveTo } = replaySession(log);
      return {
        client,
        baseUrl: NOWHERE,
        now,
        moveTo: async (atMs) => moveTo(atMs),
        stop: () => undefined,
      };
    },
  };
}
