import type { SyntheticEvent } from 'react';

/**
 * Second argument of every `on…Change`: why it changed, as a closed union of each callback, and the event at which it did;
 * none where nobody acted just then.
 */
export interface Change<Reason extends string> {
  readonly reason: Reason;
  readonly event?: SyntheticEvent | undefined;
}
