import type { EngagementId, Participant } from '../protocol/index.ts';
import type { TimelineItem } from './chatMessage.ts';
import type { ChatState, EngagementState } from './chatState.ts';

const NO_ITEMS: readonly TimelineItem[] = [];
const NO_PARTICIPANTS: readonly Participant[] = [];

/** The engagement of this id; without one, the youngest that is not over, else the youngest. */
export function selectEngagement(state: ChatState, id?: EngagementId): EngagementState | undefined {
  if (id !== undefined) return state.engagements[id];
  // Asked by some forty selectors at each change: `flatMap` is several times slower.
  const all = state.engagementIds.map((one) => state.engagements[one]);
  return all.findLast((one) => one?.status !== 'TERMINATED') ?? all.at(-1);
}

/** Of `selectEngagement`; empty where there is none. */
export const selectTimeline = (state: ChatState, id?: EngagementId): readonly TimelineItem[] =>
  selectEngagement(state, id)?.timeline ?? NO_ITEMS;

/** Of `selectEngagement`; empty where there is none. */
export const selectParticipants = (state: ChatState, id?: EngagementId): readonly Participant[] =>
  selectEngagement(state, id)?.participants ?? NO_PARTICIPANTS;

/** Of `selectEngagement`; empty where there is none. */
export const selectTyping = (state: ChatState, id?: EngagementId): readonly Participant[] =>
  selectEngagement(state, id)?.typing ?? NO_PARTICIPANTS;

/** Unread messages over all engagements. */
export const selectUnread = (state: ChatState): number =>
  state.engagementIds.reduce((sum, id) => sum + (state.engagements[id]?.unread ?? 0), 0);

/** Whether the customer may write into this engagement now. */
export const selectCanSend = (state: ChatState, id?: EngagementId): boolean => {
  const engagement = selectEngagement(state, id);
  if (!engagement || state.session.status === 'ended') return false;
  return engagement.status === 'ACTIVE' || engagement.status === 'PENDING';
};

/** Whether something unsent would be lost with the page. */
export const selectIsAtRisk = (state: ChatState): boolean =>
  !state.outboxDurable &&
  state.engagementIds.some((id) => {
    // What is pending stands last.
    const last = state.engagements[id]?.timeline.at(-1);
    return last?.kind === 'message' && last.message.seq === undefined;
  });

/** The person (or bot) of the contact centre who is in the engagement: an agent before a bot. */
export const selectCounterpart = (state: ChatState, id?: EngagementId): Participant | undefined => {
  const present = selectParticipants(state, id);
  return (
    present.findLast((one) => one.participantType === 'AGENT' || one.participantType === 'SUPERVISOR') ??
    present.findLast((one) => one.participantType === 'BOT')
  );
};
