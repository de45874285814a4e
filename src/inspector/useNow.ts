import { useEffect, useState } from 'react';
import type { Clock, Timer } from '../lib/index.ts';

/** The wall clock, milliseconds; renders again each second. */
export function useNow(clock: Clock): number {
  const [nowMs, setNowMs] = useState(() => clock.now());
  useEffect(() => {
    let timer: Timer;
    const tick = (): void => {
      setNowMs(clock.now());
      timer = clock.after(1000, tick);
    };
    tick();
    return () => clock.clear(timer);
  }, [clock]);
  return nowMs;
}
