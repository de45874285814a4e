import type { EngagementId, WireEngagement } from '../protocol/index.ts';
import type { ChatEvent } from './chatEvent.ts';
import type { ChatState, EngagementState } from './chatState.ts';
import { engagementFromWire } from './fromWire.ts';
import { markRead, reduceEntry, withoutParticipant } from './reduceEntry.ts';
import { reduceHistory } from './reduceHistory.ts';
import { reduceLine } from './reduceLine.ts';
import { reduceOutbox } from './reduceOutbox.ts';

/**
 * The one fold: the state after an event. Pure; returns the same object where nothing changed, and leaves every part
 * that did not change at its old reference.
 */
export function reduceChat(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'STATE_MIRRORED':
      return event.state;
    case 'INITIALIZED':
      return event.engagements.reduce(openEngagement, {
        ...state,
        session: { status: 'open' },
        idle: { status: 'active' },
        facts: event.facts,
      });
    case 'ENTRY':
      return reduceLogEntry(state, event);
    case 'ENGAGEMENT_JOINED':
      return openEngagement(state, event.engagement);
    case 'ENGAGEMENT_RESET':
      return putEngagement(
        state,
        resetEngagement(state.engagements[event.engagement.engagementId], event.engagement),
      );
    case 'TYPING_STARTED':
      return change(state, event.engagementId, (one) => ({
        ...one,
        typing: [...withoutParticipant(one.typing, event.participant), event.participant],
      }));
    case 'TYPING_STOPPED':
      return change(state, event.engagementId, (one) => ({
        ...one,
        typing: withoutParticipant(one.typing, event.participant),
      }));
    case 'MESSAGES_READ':
      return change(state, event.engagementId, (one) => markRead(one, event.upToSeq));
    case 'MESSAGES_SEEN':
      return change(state, event.engagementId, (one) =>
        event.upToSeq <= one.seenUpToSeq && one.unread === 0
          ? one
          : { ...one, unread: 0, seenUpToSeq: Math.max(one.seenUpToSeq, event.upToSeq) },
      );
    case 'HISTORY_LOADING':
    case 'HISTORY_LOADED':
    case 'HISTORY_FAILED':
    case 'GAP_FOUND':
    case 'GAP_FAILED':
    case 'GAP_FILLED':
      return change(state, event.engagementId, (one) => reduceHistory(one, event));
    case 'MESSAGE_QUEUED':
    case 'MESSAGE_SENDING':
    case 'MESSAGE_SENT':
    case 'MESSAGE_WAITING':
    case 'MESSAGE_REJECTED':
    case 'MESSAGE_REMOVED':
      return change(state, event.engagementId, (one) => reduceOutbox(one, event));
    default:
      return reduceLine(state, event);
  }
}

function reduceLogEntry(state: ChatState, { entry }: Extract<ChatEvent, { type: 'ENTRY' }>): ChatState {
  if (entry.type === 'ENGAGEMENT_OPENED') return openEngagement(state, entry.engagement);
  if (!('engagementId' in entry)) return state; // SESSION_ENDED comes as SHUTDOWN; unknown types show nothing
  return change(state, entry.engagementId, (one) => reduceEntry(one, entry));
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

/** A new incarnation of the log: only what was never sent is kept. */
function resetEngagement(known: EngagementState | undefined, wire: WireEngagement): EngagementState {
  const fresh = engagementFromWire(wire);
  const pending =
    known?.timeline.filter((item) => item.kind === 'message' && item.message.seq === undefined) ?? [];
  return { ...fresh, timeline: pending };
}

function putEngagement(state: ChatState, engagement: EngagementState): ChatState {
  const { engagementId } = engagement;
  const isKnown = state.engagements[engagementId] !== undefined;
  return {
    ...state,
    engagements: { ...state.engagements, [engagementId]: engagement },
    engagementIds: isKnown ? state.engagementIds : [...state.engagementIds, engagementId],
  };
}

function change(
  state: ChatState,
  id: EngagementId,
  fold: (one: EngagementState) => EngagementState,
): ChatState {
  const engagement = state.engagements[id];
  if (!engagement) return state;
  const changed = fold(engagement);
  return changed === engagement ? state : { ...state, engagements: { ...state.engagements, [id]: changed } };
}
