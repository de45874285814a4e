import type { Clock, Timer } from '../lib/index.ts';
import type { ChatEvent } from '../model/index.ts';
import type { EngagementId, Participant } from '../protocol/index.ts';

/** The customer's own typing is told at most this often. */
export const TYPING_EVERY_MS = 3000;
/** Somebody else's typing ends by itself after so long, for the news of its end may be lost. */
export const TYPING_LASTS_MS = 10_000;

/** Typing in both directions: lossy news that nothing depends on. */
export interface Typing {
  /** The customer pressed a key. */
  notify(engagementId: EngagementId): void;
  /** News of others; ends what nobody renews. */
  take(event: Extract<ChatEvent, { type: 'TYPING_STARTED' | 'TYPING_STOPPED' }>): void;
  stop(): void;
}

/** What typing needs; `tell` sends the news and swallows its failure. */
export interface TypingOptions {
  readonly clock: Clock;
  readonly tell: (engagementId: EngagementId) => void;
  readonly emit: (event: Extract<ChatEvent, { type: 'TYPING_STOPPED' }>) => void;
}

/** Makes the typing of one client. */
export function createTyping({ clock, tell, emit }: TypingOptions): Typing {
  const toldAtMs = new Map<EngagementId, number>();
  const timers = new Map<string, Timer>();
  const keyOf = (engagementId: EngagementId, participant: Participant): string =>
    `${engagementId} ${participant.participantId}`;

  return {
    notify(engagementId) {
      const nowMs = clock.monotonic();
      if (nowMs - (toldAtMs.get(engagementId) ?? -Infinity) < TYPING_EVERY_MS) return;
      toldAtMs.set(engagementId, nowMs);
      tell(engagementId);
    },
    take({ type, engagementId, participant }) {
      const key = keyOf(engagementId, participant);
      clock.clear(timers.get(key));
      timers.delete(key);
      if (type === 'TYPING_STOPPED') return;
      const expire = (): void => {
        timers.delete(key);
        emit({ type: 'TYPING_STOPPED', engagementId, participant });
      };
      timers.set(key, clock.after(TYPING_LASTS_MS, expire));
    },
    stop() {
      for (const timer of timers.values()) clock.clear(timer);
      timers.clear();
    },
  };
}
