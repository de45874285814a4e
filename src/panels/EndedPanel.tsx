import type { ReactElement } from 'react';
import { EndedCard, SystemLine, useWords } from '../components/index.ts';
import type { Words } from '../locales/index.ts';
import { useSession } from '../hooks/index.ts';
import type { SessionStatus } from '../model/index.ts';

/** Where the composer was: that it is over and why, and how to go on. */
export function EndedPanel({ onNewChat }: EndedPanelProps): ReactElement {
  const words = useWords();
  const { session, start } = useSession();
  const isOver = session.status === 'ended';
  return (
    <>
      {isOver && <SystemLine>{reasonOf(session, words)}</SystemLine>}
      <EndedCard {...(isOver ? { onContinue: () => void start() } : { onNewChat })} />
    </>
  );
}

/** Properties of `EndedPanel`. */
export interface EndedPanelProps {
  /** The engagement is over, the session is not: begin another. */
  readonly onNewChat?: (() => void) | undefined;
}

function reasonOf(session: Extract<SessionStatus, { status: 'ended' }>, words: Words): string {
  if (session.reason === 'USER_INACTIVE') return words.system.endedByInactivity;
  return session.reason === 'USER_CLOSED' ? words.system.endedByYou : words.system.ended;
}
