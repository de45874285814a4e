import { systemClock } from '../../../src/lib/index.ts';
import type { Clock } from '../../../src/lib/index.ts';

/**
 * Sets the clock of this device wrong, for everything on the page that asks it; 0 sets it right. The contact centre of the
 * story goes by `trueClock` and does not notice.
 */
export function setDeviceClock(offsetMs: number): void {
  Date.now = offsetMs === 0 ? platformNow : () => platformNow() + offsetMs;
}

const platformNow = Date.now;
const startedMs = platformNow() - performance.now();

/** The time as it is, whatever the device says. */
export const trueClock: Clock = { ...systemClock, now: () => Math.round(startedMs + performance.now()) };
