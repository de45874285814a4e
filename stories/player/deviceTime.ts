/**
 * What the clock of this device says to everything on the page that asks it; undefined: the time. So that what a component counts
 * down or calls "today" goes by the tape, stands still with it and goes back with it.
 */
export function setDeviceTime(now: (() => number) | undefined): void {
  Date.now = now ?? platformNow;
}

const platformNow = Date.now;
