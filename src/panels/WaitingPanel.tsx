import type { ReactElement } from 'react';
import { SystemLine, useWords } from '../components/index.ts';
import { useChatState, useParticipants } from '../hooks/index.ts';
import { selectEngagement } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/** A chat was asked for and nobody is there yet: what happens meanwhile, and that one may write. Nothing otherwise. */
export function WaitingPanel({ engagementId }: WaitingPanelProps): ReactElement | null {
  const words = useWords();
  const kind = useChatState((state) => selectEngagement(state, engagementId)?.kind);
  const status = useChatState((state) => selectEngagement(state, engagementId)?.status);
  const { counterpart } = useParticipants(engagementId);
  const isOpen = status === 'ACTIVE' || status === 'PENDING';
  if (kind !== 'chat' || !isOpen || counterpart) return null;
  return <SystemLine role="status">{words.system.waitingForAgent}</SystemLine>;
}

/** Properties of `WaitingPanel`. */
export interface WaitingPanelProps {
  /** Default: the one that `useEngagement` gives. */
  readonly engagementId?: EngagementId | undefined;
}
