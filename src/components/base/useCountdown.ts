import { useEffect, useState } from 'react';
import { systemClock } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';

/**
 * Milliseconds left until `endsAtMs` (wall clock), 0 once it is over; re-renders as each whole second passes.
 * Undefined in, undefined out. `onOver` is the caller's business: derive it from 0.
 */
export function useCountdown(endsAtMs: number | undefined, clock: Clock = systemClock): number | undefined {
  const [nowMs, setNowMs] = useState(() => clock.now());

  useEffect(() => {
    if (endsAtMs === undefined) return;
    let timer: ReturnType<Clock['after']> | undefined;
    const tick = (): void => {
      const now = clock.now();
      setNowMs(now);
      const leftMs = endsAtMs - now;
      // Wake when the shown second changes, not every 1000 ms: a drifting tick skips a number now and then.
      if (leftMs > 0) timer = clock.after(leftMs % 1000 || 1000, tick);
    };
    tick();
    return () => clock.clear(timer);
  }, [endsAtMs, clock]);

  return endsAtMs === undefined ? undefined : Math.max(0, endsAtMs - nowMs);
}
