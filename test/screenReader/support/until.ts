import { systemClock } from '../../../src/lib/index.ts';

/** A screen reader on a busy machine takes its time. */
const PATIENCE_MS = 90_000;
const LOOK_AGAIN_MS = 50;

/** Waits for a fact. Fails after 90 s with what it waited for, or what `describe` says of it then. */
export async function until(what: string, fact: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = systemClock.monotonic() + PATIENCE_MS;
  while (!(await fact())) {
    if (systemClock.monotonic() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s for ${what}`);
    await new Promise<void>((resolve) => systemClock.after(LOOK_AGAIN_MS, resolve));
  }
}
