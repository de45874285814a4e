import { systemClock } from '../lib/index.ts';

/** A hidden page has no frames: its state goes on by this, milliseconds. */
const LONGEST_FRAME_MS = 100;

/** Runs a task once: as the page's next frame begins, or where there are none, in the next microtask. */
export function nextFrame(task: () => void): void {
  if (typeof requestAnimationFrame !== 'function') {
    queueMicrotask(task);
    return;
  }
  const run = (): void => {
    cancelAnimationFrame(frame);
    systemClock.clear(timer);
    task();
  };
  const frame = requestAnimationFrame(run);
  const timer = systemClock.after(LONGEST_FRAME_MS, run);
}
