import type { EngagementId, LogEntry, WireEngagement } from '../protocol/index.ts';
import type { ChatEvent } from './chatEvent.ts';
import type { ChatState, EngagementState } from './chatState.ts';
import { engagementFromWire } from './fromWire.ts';
import { reduceLine } from './reduceLine.ts';

/** Folds the session and the customer's engagements, whatever a page keeps of an entry. */
export function reduceSession(
  state: ChatState,
  event: ChatEvent,
  foldEntry: (engagement: EngagementState, entry: LogEntry) => EngagementState,
): ChatState {
  switch (event.type) {
    case 'INITIALIZED':
      return event.engagements.reduce(openEngagement, {
        ...state,
        session: { status: 'open' },
        idle: { status: 'active' },
        facts: event.facts,
      });
    case 'ENGAGEMENT_JOINED':
      return openEngagement(state, event.engagement);
    case 'ENTRY': {
      const { entry } = event;
      if (entry.type === 'ENGAGEMENT_OPENED') return openEngagement(state, entry.engagement);
      if (!('engagementId' in entry)) return state; // SESSION_ENDED comes as SHUTDOWN; unknown types show nothing
      return changeEngagement(state, entry.engagementId, (one) => foldEntry(one, entry));
    }
    default:
      return reduceLine(state, event);
  }
}

/** Adds an engagement, or brings the facts of a known one up to date without touching what is shown. */
function openEngagement(state: ChatState, wire: WireEngagement): ChatState {
  const known = state.engagements[wire.engagementId];
  if (!known) return putEngagement(state, engagementFromWire(wire));
  const { status, dialogId, joined, participants } = engagementFromWire(wire);
  const stale = wire.head.seq < known.headSeq; // what came by the stream is younger than this answer
  return putEngagement(
    state,
    stale ? { ...known, joined } : { ...known, status, dialogId, joined, participants },
  );
}

/** Puts an engagement in the place of the one of its id, or at the end. */
export function putEngagement(state: ChatState, engagement: EngagementState): ChatState {
  const { engagementId } = engagement;
  const isKnown = state.engagements[engagementId] !== undefined;
  return {
    ...state,
    engagements: { ...state.engagements, [engagementId]: engagement },
    engagementIds: isKnown ? state.engagementIds : [...state.engagementIds, engagementId],
  };
}

/** Changes an engagement; none of this id, or no change, leaves the state as it is. */
export function changeEngagement(
  state: ChatState,
  id: EngagementId,
  fold: (one: EngagementState) => EngagementState,
): ChatState {
  const engagement = state.engagements[id];
  if (!engagement) return state;
  const changed = fold(engagement);
  return changed === engagement ? state : { ...state, engagements: { ...state.engagements, [id]: changed } };
}
