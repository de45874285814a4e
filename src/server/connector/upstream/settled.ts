import { Refused } from '../refused.ts';
import type { Outcome } from './upstreamAdapter.ts';

/** The value of a call that the page waits for; throws `Refused` for every other outcome. */
export function settled<T>(outcome: Outcome<T>): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'refused':
      throw new Refused('upstream-refused', outcome.detail);
    case 'not-taken': {
      const waitMs = outcome.retryAfterMs ?? 2000;
      throw new Refused('upstream-unavailable', outcome.detail, { retryAfterSeconds: waitMs / 1000 });
    }
    case 'unknown':
      throw new Refused('upstream-unavailable', outcome.detail, { retryAfterSeconds: 5 });
  }
}
