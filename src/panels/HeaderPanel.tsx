import type { ReactElement } from 'react';
import { Header, useWords } from '../components/index.ts';
import { useParticipants } from '../hooks/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/** Who is there, and the ways out. */
export function HeaderPanel({ engagementId, onMinimize, onEnd }: HeaderPanelProps): ReactElement {
  const words = useWords();
  const { participants, counterpart } = useParticipants(engagementId);
  const others = participants.filter(
    (one) => one.participantType !== 'CUSTOMER' && one.participantType !== 'SYSTEM',
  );
  const people = others.filter((one) => one.participantType !== 'BOT');
  const shown = people.length > 0 ? people : others;
  const isBotAlone = people.length === 0 && counterpart?.participantType === 'BOT' && counterpart.displayName;
  return (
    <Header
      participants={shown}
      subtitle={isBotAlone ? words.header.bot : undefined}
      onMinimize={onMinimize}
      onEnd={onEnd}
    />
  );
}

/** Properties of `HeaderPanel`. A button is there for what has a callback. */
export interface HeaderPanelProps {
  /** Default: the one that `useEngagement` gives. */
  readonly engagementId?: EngagementId | undefined;
  readonly onMinimize?: (() => void) | undefined;
  readonly onEnd?: (() => void) | undefined;
}
