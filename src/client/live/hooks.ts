import type { ChatState } from '../../model/index.ts';
import type { OpenOutbox } from '../outbox/outboxStore.ts';
import type { Parts } from '../parts.ts';
import type { Core } from './core.ts';

/** What makes one live client different from another: where unsent messages go and, where tabs share, what went before. */
export interface LiveHooks {
  readonly openOutbox: OpenOutbox;
  /** What is shown already; default nothing. */
  readonly state?: ChatState;
  /** Lets the parts go on from there. */
  readonly prepare?: (parts: Parts) => void;
  /** Another tab has opened the outbox. Absent: there is no other. */
  readonly onFenced?: () => void;
  /** Begins the next start of one that failed; default this client's own `start`. */
  readonly again?: () => void;
  /** Everything that happened while there was no line has been told. */
  readonly onCaughtUp?: (core: Core<Parts>) => void;
}
