import { uuidV4, type Unsubscribe } from '../../lib/index.ts';
import { scopeOf } from '../auth/subjectOf.ts';
import type { BaseUrl } from '../baseUrl.ts';
import type { ClientWorld } from '../chatClient.ts';
import { createElection, type Election } from './createElection.ts';
import { decodeTabMessage } from './decodeTabMessage.ts';
import type { TabMessage } from './tabMessage.ts';
import type { TabChannel, TabLocks } from '../ports/tabPorts.ts';

/** The version stands in the name: tabs of two releases do not speak to each other. */
const VERSION = 1;

/** A tab's place among those of one customer: the channel they speak over, and the election of the one that leads. */
export interface Membership {
  /** This tab's name among them. */
  readonly id: () => string;
  /** Undefined outside of the customer's tabs. */
  readonly election: () => Election | undefined;
  /** Joins the tabs of this customer, and stands in line for the lead. */
  enter(subject: string): void;
  leave(): void;
  /** Leaves for good: the window is listened to no longer. */
  quit(): void;
  /** Says it to all others; nobody hears it outside. */
  post(message: TabMessage): void;
}

/** What a membership needs, and whom it tells. */
export interface MembershipOptions {
  readonly world: ClientWorld;
  readonly locks: TabLocks;
  readonly baseUrl: BaseUrl;
  readonly integrationId: string;
  /** The number of the last event that this tab told or heard; undefined where it has no state. */
  readonly at: () => number | undefined;
  readonly isStreamWanted: () => boolean;
  /** Everything that the others say, but for what only the election needs. */
  readonly onMessage: (message: TabMessage) => void;
  readonly onLead: () => void;
  readonly onFollow: () => void;
  /** The lead was lost, or given back. */
  readonly onDeposed: () => void;
}

/** A tab that does not belong to anybody yet. */
export function createMembership(options: MembershipOptions): Membership {
  const { world, locks, baseUrl, integrationId, onMessage, onLead, onFollow, onDeposed } = options;
  const { clock, random, hints, openChannel } = world;
  let id = uuidV4(random);
  let term = 0;
  let election: Election | undefined;
  let channel: TabChannel | undefined;
  let unhint: Unsubscribe | undefined;
  let customer: string | undefined;

  const post = (message: TabMessage): void => channel?.post(message);

  const take = (message: TabMessage | undefined): void => {
    if (!message || !election) return;
    if (message.from === id) return void (id = uuidV4(random)); // a copy of this tab has its id
    if (message.type === 'ping' || message.type === 'lead') election.take(message);
    onMessage(message);
  };

  const stepOut = (): void => {
    if (!election) return;
    const left = election;
    term = left.term;
    election = undefined;
    post({ type: 'bye', from: id });
    if (left.isLeading) onDeposed();
    left.leave();
    channel?.close();
    channel = undefined;
  };

  const enter = (subject: string): void => {
    const name = `${scopeOf(baseUrl, integrationId, subject)}|${VERSION}`;
    customer = subject;
    channel = openChannel?.(name, (message) => take(decodeTabMessage(message)));
    election = createElection({
      ...{ name, clock, random, locks, term, isVisible: hints.visible, onLead, onFollow, onDeposed },
      tabId: () => id,
      isInformed: () => options.at() !== undefined,
      sayLead: (term) =>
        post({ type: 'lead', from: id, term, at: options.at() ?? 0, isVisible: hints.visible() }),
      sayPing(term, of) {
        const wants = { wantsState: options.at() === undefined, wantsStream: options.isStreamWanted() };
        post({ type: 'ping', from: id, term, of, ...wants });
      },
    });
    unhint ??= hints.subscribe((hint) => {
      // A page in the back/forward cache holds neither lock nor line; when it is back it stands in line again.
      if (hint === 'leaving') stepOut();
      else if (hint === 'restored' && !election && customer !== undefined) enter(customer);
      else election?.look();
    });
    election.enter();
  };

  // Whoever has left does not come back with the page: the next customer may be another one.
  const leave = (): void => {
    customer = undefined;
    stepOut();
  };

  const quit = (): void => {
    leave();
    unhint?.();
    unhint = undefined;
  };

  return { id: () => id, election: () => election, enter, leave, quit, post };
}
