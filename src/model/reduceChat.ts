import type { EngagementId, WireEngagement } from '../protocol/index.ts';
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
  if (event.type === 'STATE_MIRRORED') return event.state;
  if (event.type === 'ENGAGEMENT_RESET') {
    const known = state.engagements[event.engagementId];
    return putEngagement(state, resetEngagement(known, event.engagement));
  }
  return 'engagementId' in event && event.type !== 'ENGAGEMENT_JOINED'
    ? changeEngagement(state, event.engagementId, (one) => reduceEngagement(one, event))
    : reduceSession(state, event, reduceEntry);
}

type OfEngagement = Exclude<
  Extract<ChatEvent, { engagementId: EngagementId }>,
  { type: 'ENGAGEMENT_RESET' | 'ENGAGEMENT_JOINED' }
>;

function reduceEngagement(engagement: EngagementState, event: OfEngagement): EngagementState {
  const { typing, seenUpToSeq, unread } = engagement;
  switch (event.type) {
    case 'TYPING_STARTED':
      return { ...engagement, typing: [...withoutParticipant(typing, event.participant), event.participant] };
    case 'TYPING_STOPPED':
      return { ...engagement, typing: withoutParticipant(typing, event.participant) };
    case 'MESSAGES_READ':
      return markRead(engagement, event.upToSeq);
    case 'MESSAGES_SEEN':
      return event.upToSeq <= seenUpToSeq && unread === 0
        ? engagement
        : { ...engagement, unread: 0, seenUpToSeq: Math.max(seenUpToSeq, event.upToSeq) };
    default:
      return 'clientMessageId' in event ? reduceOutbox(engagement, event) : reduceHistory(engagement, event);
  }
}

/** A new incarnation of the log: only what was never sent is kept. */
function resetEngagement(known: EngagementState | undefined, wire: WireEngagement): EngagementState {
  const fresh = engagementFromWire(wire);
  const pending =
    known?.timeline.filter((item) => item.kind === 'message' && item.message.seq === undefined) ?? [];
  return { ...fresh, timeline: pending };
}
