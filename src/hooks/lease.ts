import type { ChatClient } from '../client/index.ts';
import { systemClock } from '../lib/index.ts';
import type { Clock, Timer } from '../lib/index.ts';

/**
 * A client on loan to a component. StrictMode and fast refresh unmount and mount again at once: a client given back is
 * let go of only when nobody has taken it again by the next turn of the event loop.
 */
export function createLease(client: ChatClient, clock: Clock = systemClock): ClientLease {
  let leaving: Timer | undefined;
  let gone = false;
  return {
    client,
    take() {
      clock.clear(leaving);
      return !gone;
    },
    giveBack() {
      leaving = clock.after(0, () => {
        gone = true;
        client.dispose();
      });
    },
  };
}

/** See `createLease`. */
export interface ClientLease {
  readonly client: ChatClient;
  /** False where the client was let go of already: make another. */
  readonly take: () => boolean;
  readonly giveBack: () => void;
}
