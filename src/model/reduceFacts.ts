import type { LogEntry, Participant, ParticipantId } from '../protocol/index.ts';
import type { SystemEvent } from './chatMessage.ts';
import type { EngagementState } from './chatState.ts';

/** Folds what an entry says of the engagement as a whole: whether it goes on, and who is in it. Messages change nothing. */
export function reduceFacts(engagement: EngagementState, entry: LogEntry): EngagementState {
  if (entry.seq <= engagement.headSeq && isOverruled(engagement, entry)) return engagement;
  const { participants, typing } = engagement;
  switch (entry.type) {
    case 'ENGAGEMENT_ACTIVE':
      return { ...engagement, status: 'ACTIVE', dialogId: entry.dialogId };
    case 'ENGAGEMENT_TERMINATED':
      return { ...engagement, status: 'TERMINATED', typing: [] };
    case 'PARTICIPANT_ADDED':
      return {
        ...engagement,
        participants: [...withoutParticipant(participants, entry.participant), entry.participant],
      };
    case 'PARTICIPANT_DISCONNECTED':
      return {
        ...engagement,
        participants: withoutParticipant(participants, entry.participant),
        typing: withoutParticipant(typing, entry.participant),
      };
    default:
      return engagement;
  }
}

/** The list without one participant; the same list where it was not in it. */
export function withoutParticipant(list: readonly Participant[], gone: Participant): readonly Participant[] {
  const rest = list.filter((one) => one.participantId !== gone.participantId);
  return rest.length === list.length ? list : rest;
}

/** Whether an entry that comes late (a filled gap) tells of what a younger one has changed since. */
function isOverruled(engagement: EngagementState, entry: LogEntry): boolean {
  const isYounger = (type: SystemEvent['type'], participantId?: ParticipantId): boolean =>
    engagement.timeline.some(
      (item) =>
        item.kind === 'system' &&
        item.seq > entry.seq &&
        item.event.type === type &&
        (participantId === undefined ||
          ('participant' in item.event && item.event.participant.participantId === participantId)),
    );
  switch (entry.type) {
    case 'ENGAGEMENT_ACTIVE':
      return isYounger('ended');
    case 'PARTICIPANT_ADDED':
      return isYounger('left', entry.participant.participantId);
    case 'PARTICIPANT_DISCONNECTED':
      return isYounger('joined', entry.participant.participantId);
    default:
      return false;
  }
}
