import { mirrorState, type ChatEvent, type ChatState, type EngagementState } from '../../model/index.ts';
import type { Cursor } from '../../protocol/index.ts';
import type { Election } from './createElection.ts';
import type { Membership } from './membership.ts';
import type { TabMessage } from './tabMessage.ts';

/** A leader that does not get on is followed in the end: 18 s for a tab that is looked at. */
const MOST_REFUSALS = 30;

/** What a tab shows of what its leader tells: every event once and in order, or everything anew. */
export interface Mirror {
  /** As a leader: the number of the last event told. As a follower: of the last one heard; undefined without a state. */
  at: number | undefined;
  /** Up to where the leader had read. */
  cursor: Cursor | undefined;
  /** The leader lives, and has told so many events. */
  heardOf(at: number): void;
  takeState(message: Extract<TabMessage, { type: 'state' }>): void;
  /** Whether the event was the next one, and was shown. */
  takeEvent(message: Extract<TabMessage, { type: 'event' }>): boolean;
}

/** A mirror that shows nothing yet. @param emit shows an event in this tab. @param own what it shows now. */
export function createMirror(
  membership: Place,
  emit: (event: ChatEvent) => void,
  own: () => ChatState,
): Mirror {
  /** Something that was told did not come: everything is asked for anew. */
  const missed = (): false => {
    mirror.at = undefined;
    membership.election()?.ping();
    return false;
  };

  /** States that came too early to be shown, one after the other. */
  let refusals = 0;

  const mirror: Mirror = {
    at: undefined,
    cursor: undefined,
    heardOf(at) {
      if (at > (mirror.at ?? Infinity)) missed();
    },
    takeState({ from, to, term, at, state, cursor }) {
      const election = membership.election();
      if (to !== membership.id() || election?.leader !== from || term !== election.term) return;
      const isEarly = own().engagementIds.length > 0 && (isReading(state) || isFarBehind(state, own()));
      if (isEarly && (refusals += 1) < MOST_REFUSALS) return; // asked for again with the next ping
      refusals = 0;
      mirror.at = at;
      mirror.cursor = cursor;
      // Somebody who is about to start knows more than a leader that has not begun.
      if (state.session.status !== 'none')
        emit({ type: 'STATE_MIRRORED', state: mirrorState(own(), state), relayed: true });
    },
    takeEvent({ from, term, at, event }) {
      const election = membership.election();
      if (!election || election.isLeading || election.leader !== from || mirror.at === undefined)
        return false;
      if (term === election.term && at <= mirror.at) return false;
      if (term !== election.term || at > mirror.at + 1) return missed();
      // What is shown here might not join on to what a leader reads that begins anew.
      if (event.type === 'INITIALIZED' && own().engagementIds.length > 0) return missed();
      mirror.at = at;
      if (event.type === 'ENTRY') mirror.cursor = event.entry.id;
      emit({ ...event, relayed: true });
      return true;
    },
  };
  return mirror;
}

/** What it asks of a membership. */
interface Place extends Pick<Membership, 'id'> {
  readonly election: () => Pick<Election, 'isLeading' | 'term' | 'leader' | 'ping'> | undefined;
}

/** Whether a leader that has slept is about to read what is shown here, and more before it. */
function isFarBehind(its: ChatState, own: ChatState): boolean {
  return Object.values(own.engagements).some(({ engagementId, epoch, oldestSeq = 0 }) => {
    const theirs = its.engagements[engagementId];
    return theirs?.epoch === epoch && theirs.headSeq + 1 < oldestSeq;
  });
}

/** Whether a leader has yet to read what was said in a conversation. */
function isReading({ session, engagements }: ChatState): boolean {
  const isUnread = ({ joined, headSeq, oldestSeq, history }: EngagementState): boolean =>
    joined &&
    headSeq > 0 &&
    oldestSeq === undefined &&
    (history.status === 'unloaded' || history.status === 'loading');
  return session.status === 'open' && Object.values(engagements).some(isUnread);
}
