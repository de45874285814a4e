import { selectEngagement } from '../model/index.ts';
import type { EngagementState } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';
import { useChatState } from './useChatState.ts';

/** The engagement of this id; without one, the youngest that is not over, else the youngest. Undefined before any. */
export function useEngagement(id?: EngagementId): EngagementState | undefined {
  return useChatState((state) => selectEngagement(state, id));
}
