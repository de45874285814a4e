import type { Clock, Timer } from '../lib/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/** Read marks of one scroll become one request. */
export const SEEN_AFTER_MS = 500;

/** Tells the connector how far the customer has read: the newest mark only, never backwards. */
export interface SeenMarks {
  /** Answers whether this was news. */
  mark(engagementId: EngagementId, upToSeq: number): boolean;
  /** The log was rebuilt: its numbers begin anew. */
  forget(engagementId: EngagementId): void;
  /** Sends what could not be sent before. */
  resume(): void;
  stop(): void;
}

/** What marks need; `send` rejects where the mark did not arrive. */
export interface SeenMarksOptions {
  readonly clock: Clock;
  readonly send: (engagementId: EngagementId, upToSeq: number) => Promise<void>;
}

/** Makes the marks of one client. */
export function createSeenMarks({ clock, send }: SeenMarksOptions): SeenMarks {
  const marked = new Map<EngagementId, number>();
  const sent = new Map<EngagementId, number>();
  let timer: Timer | undefined;

  const flush = (): void => {
    timer = undefined;
    for (const [engagementId, upToSeq] of marked) {
      const before = sent.get(engagementId) ?? 0;
      if (upToSeq <= before) continue;
      sent.set(engagementId, upToSeq);
      send(engagementId, upToSeq).catch(() => {
        if (sent.get(engagementId) === upToSeq) sent.set(engagementId, before);
      });
    }
  };

  return {
    mark(engagementId, upToSeq) {
      if (upToSeq <= (marked.get(engagementId) ?? 0)) return false;
      marked.set(engagementId, upToSeq);
      timer ??= clock.after(SEEN_AFTER_MS, flush);
      return true;
    },
    forget(engagementId) {
      marked.delete(engagementId);
      sent.delete(engagementId);
    },
    resume: flush,
    stop() {
      clock.clear(timer);
      timer = undefined;
    },
  };
}
