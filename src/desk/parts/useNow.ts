import { useEffect, useState } from 'react';
import type { Clock } from '../../lib/index.ts';

/** Wall time, milliseconds; renders again every `everyMs` (1000 by default). For times that run while one looks. */
export function useNow(clock: Clock, everyMs = 1000): number {
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(() => {
    let timer: ReturnType<Clock['after']>;
    const tick = (): void => {
      setNowMs(clock.now());
      timer = clock.after(everyMs, tick);
    };
    timer = clock.after(everyMs, tick);
    return () => clock.clear(timer);
  }, [clock, everyMs]);
  return nowMs;
}
