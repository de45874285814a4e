import type { Clock, Timer } from '../../../lib/index.ts';
import type { EngagementId, Participant } from '../../../protocol/index.ts';
import type { Bus } from '../log/bus.ts';

/** Who is writing on the other side. Lossy: no log, no memory over a restart. */
export interface TypingSignals {
  /** Somebody types: told at once, and told to have stopped 6 s after the last such news. */
  seen(engagementId: EngagementId, participant: Participant): void;
  /** Somebody's message arrived, which says by itself that he stopped. */
  sent(engagementId: EngagementId, participantId: string): void;
  stop(): void;
}

/** Timers run on `clock`, one per writer; what is seen goes to the listeners of `bus` and is kept nowhere. */
export function createTypingSignals(clock: Clock, bus: Bus): TypingSignals {
  const timers = new Map<string, Timer>();
  const take = (key: string): void => {
    clock.clear(timers.get(key));
    timers.delete(key);
  };
  return {
    seen(engagementId, participant) {
      const key = `${engagementId}/${participant.participantId}`;
      take(key);
      bus.signal(engagementId, { type: 'TYPING_STARTED', engagementId, participant });
      const timer = clock.after(TYPING_ENDS_MS, () => {
        timers.delete(key);
        bus.signal(engagementId, { type: 'TYPING_STOPPED', engagementId, participant });
      });
      timers.set(key, timer);
    },
    sent: (engagementId, participantId) => take(`${engagementId}/${participantId}`),
    stop() {
      for (const key of timers.keys()) take(key);
    },
  };
}

/** The sandbox's desk says "typing" at most every 3 s: two of them missed mean that nobody types. */
const TYPING_ENDS_MS = 6000;
