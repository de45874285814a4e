import type { ReactElement } from 'react';
import { SystemLine, useWords } from '../components/index.ts';
import { useEngagement, useParticipants } from '../hooks/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/** A chat was asked for and nobody is there yet: what happens meanwhile, and that one may write. Nothing otherwise. */
export function WaitingPanel({ engagementId }: WaitingPanelProps): ReactElement | null {
  const words = useWords();
  const engagement = useEngagement(engagementId);
  const { counterpart } = useParticipants(engagementId);
  const isOpen = engagement?.status === 'ACTIVE' || engagement?.status === 'PENDING';
  if (engagement?.kind !== 'chat' || !isOpen || counterpart) return null;
  return <SystemLine role="status">{words.system.waitingForAgent}</SystemLine>;
}

/** Properties of `WaitingPanel`. */
export interface WaitingPanelProps {
  /** Default: the one that `useEngagement` gives. */
  readonly engagementId?: EngagementId | undefined;
}
