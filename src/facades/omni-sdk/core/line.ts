import { pause } from '../../../lib/index.ts';
import type { Clock, Logger } from '../../../lib/index.ts';

/** One order for all that is told to a page. */
export interface TellingLine {
  /** Runs now, or after those that wait. */
  tell(work: () => void): void;
  /** As `tell`, but not before everybody who waits for a promise of this turn has gone on; what follows waits too. */
  tellLater(work: () => void | Promise<void>): void;
  /** Resolves when nothing waits. */
  rest(): Promise<void>;
}

/** Makes the line of one session. What fails in it is logged and passed over. */
export function createTellingLine(clock: Clock, logger: Logger): TellingLine {
  let queue: Promise<void> | undefined;
  const join = (work: () => void | Promise<void>): void => {
    const mine = (queue ?? Promise.resolve())
      .then(work)
      .catch(() => logger.error('An event could not be told'));
    queue = mine;
    void mine.then(() => {
      if (queue === mine) queue = undefined;
    });
  };
  return {
    tell: (work) => (queue ? join(work) : work()),
    tellLater(work) {
      join(async () => {
        await pause(clock, 0);
        await work();
      });
    },
    rest: () => queue ?? Promise.resolve(),
  };
}
