import type { Clock, SimulatedClock } from '../../lib/index.ts';

/** One turn of the world: what is due now runs, promises and the platform's own off-thread work come to rest. */
export async function turn(clock: Clock): Promise<void> {
  if (isSimulated(clock)) await clock.advanceAsync(0);
  else await new Promise<void>((resolve) => void clock.after(1, resolve));
  // Signatures are made off-thread: a question of our own comes back after those before it.
  await crypto.subtle.digest('SHA-256', new Uint8Array(1));
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Turns until `find` answers something. Throws an Error naming `what` after so many turns. */
export async function until<T>(
  clock: Clock,
  what: string,
  find: () => Promise<T | undefined> | T | undefined,
  turns = 500,
): Promise<T> {
  for (let at = 0; at < turns; at++) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    await turn(clock);
  }
  throw new Error(`It did not come to pass: ${what}`);
}

/** Whether this clock stands still until it is told. */
export function isSimulated(clock: Clock): clock is SimulatedClock {
  return 'advanceAsync' in clock;
}
