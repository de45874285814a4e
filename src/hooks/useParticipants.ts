import { selectCounterpart, selectParticipants } from '../model/index.ts';
import type { EngagementId, Participant } from '../protocol/index.ts';
import { useChatState } from './useChatState.ts';

/** Those who are in an engagement now, and whom the customer is talking to. */
export function useParticipants(id?: EngagementId): Participants {
  const participants = useChatState((state) => selectParticipants(state, id));
  const counterpart = useChatState((state) => selectCounterpart(state, id));
  return { participants, counterpart };
}

/** What `useParticipants` returns. */
export interface Participants {
  /** In order of joining. */
  readonly participants: readonly Participant[];
  /** An agent before a bot; undefined while nobody is there. */
  readonly counterpart: Participant | undefined;
}
