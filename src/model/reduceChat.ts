import type { WireEngagement } from '../protocol/index.ts';
import type { ChatEvent } from './chatEvent.ts';
import type { ChatState, EngagementState } from './chatState.ts';
import { engagementFromWire } from './fromWire.ts';
import { markRead, reduceEntry } from './reduceEntry.ts';
import { withoutParticipant } from './reduceFacts.ts';
import { reduceHistory } from './reduceHistory.ts';
import { reduceOutbox } from './reduceOutbox.ts';
import { changeEngagement, putEngagement, reduceSession } from './reduceSession.ts';

/**
 * The one fold: the state after an event. Pure; returns the same object where nothing changed, and leaves every part
 * that did not change at its old reference.
 */
export function reduceChat(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'STATE_MIRRORED':
      return event.state;
    case 'ENGAGEMENT_RESET':
      return putEngagement(
        state,
        resetEngagement(state.engagements[event.engagement.engagementId], event.engagement),
      );
    case 'TYPING_STARTED':
      return changeEngagement(state, event.engagementId, (one) => ({
        ...one,
        typing: [...withoutParticipant(one.typing, event.participant), event.participant],
      }));
    case 'TYPING_STOPPED':
      return changeEngagement(state, event.engagementId, (one) => ({
        ...one,
        typing: withoutParticipant(one.typing, event.participant),
      }));
    case 'MESSAGES_READ':
      return changeEngagement(state, event.engagementId, (one) => markRead(one, event.upToSeq));
    case 'MESSAGES_SEEN':
      return changeEngagement(state, event.engagementId, (one) =>
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
      return changeEngagement(state, event.engagementId, (one) => reduceHistory(one, event));
    case 'MESSAGE_QUEUED':
    case 'MESSAGE_SENDING':
    case 'MESSAGE_SENT':
    case 'MESSAGE_WAITING':
    case 'MESSAGE_REJECTED':
    case 'MESSAGE_REMOVED':
      return changeEngagement(state, event.engagementId, (one) => reduceOutbox(one, event));
    default:
      return reduceSession(state, event, reduceEntry);
  }
}

/** A new incarnation of the log: only what was never sent is kept. */
function resetEngagement(known: EngagementState | undefined, wire: WireEngagement): EngagementState {
  const fresh = engagementFromWire(wire);
  const pending =
    known?.timeline.filter((item) => item.kind === 'message' && item.message.seq === undefined) ?? [];
  return { ...fresh, timeline: pending };
}
