import type { Clock } from '../../lib/index.ts';
import type { TransportName } from '../chatClient.ts';

/** A lower rung that worked is remembered for so long, then the best is tried again (guarantees 2.3, rule 10). */
export const REMEMBER_RUNG_MS = 600_000;
/** Handshakes that may fail on one rung. */
const FAILURES_PER_RUNG = 2;

/** Which transport the next attempt takes. */
export interface TransportLadder {
  current(): TransportName;
  /** A hello came over the current one. */
  succeeded(): void;
  /** No hello came. After two in a row on a rung the next lower is taken; below the lowest is the highest again. */
  failed(): void;
}

/** @param rungs in order of preference; at least one. */
export function createLadder(rungs: readonly TransportName[], clock: Clock): TransportLadder {
  let rung = 0;
  let failures = 0;
  let rememberedUntilMs = -Infinity;
  const nameAt = (at: number): TransportName => rungs[at] ?? 'long-poll';

  return {
    current() {
      const isForgotten = failures === 0 && rememberedUntilMs !== -Infinity;
      if (isForgotten && clock.monotonic() >= rememberedUntilMs) {
        rung = 0;
        rememberedUntilMs = -Infinity;
      }
      return nameAt(rung);
    },
    succeeded() {
      failures = 0;
      if (rung === 0) rememberedUntilMs = -Infinity;
      else if (rememberedUntilMs === -Infinity) rememberedUntilMs = clock.monotonic() + REMEMBER_RUNG_MS;
    },
    failed() {
      if (++failures < FAILURES_PER_RUNG) return;
      failures = 0;
      rememberedUntilMs = -Infinity;
      rung = (rung + 1) % Math.max(1, rungs.length);
    },
  };
}
