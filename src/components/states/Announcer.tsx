import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { styled } from 'styled-components';
import { systemClock } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { createAnnounceQueue, SILENCE } from './announceQueue.ts';
import type { AnnounceQueue, Announcements, Urgency } from './announceQueue.ts';

const AnnouncerContext = createContext<Announce | undefined>(undefined);

/** Holds the one polite and the one assertive region of a chat; everything below it speaks through `useAnnounce`. */
export function Announcer({ clock = systemClock, children }: AnnouncerProps): ReactElement {
  const words = useWords();
  const [texts, setTexts] = useState(SILENCE);
  const queue = useMemo(
    () => createAnnounceQueue({ clock, onChange: setTexts, summarise: words.list.newMessages }),
    [clock, words],
  );
  useEffect(() => queue.stop, [queue]);
  return (
    <AnnouncerContext.Provider value={queue}>
      {children}
      <Region urgency="polite" texts={texts} />
      <Region urgency="assertive" texts={texts} />
    </AnnouncerContext.Provider>
  );
}

/** Properties of `Announcer`. */
export interface AnnouncerProps {
  /** Default the system's. */
  readonly clock?: Clock | undefined;
  readonly children?: ReactNode;
}

/** The two ways to speak; both stay the same from render to render. */
export type Announce = Pick<AnnounceQueue, 'announce' | 'announceMessage'>;

/** Speaks through the nearest `Announcer`. Throws without one. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnouncerContext);
  if (!announce) throw new Error('Colloquy: useAnnounce needs an <Announcer> above it.');
  return announce;
}

function Region({ urgency, texts }: { urgency: Urgency; texts: Announcements }): ReactElement {
  return (
    <VisuallyHidden as="div" aria-live={urgency} aria-relevant="additions">
      {texts.map((each, slot) => (
        // Firefox makes no object of a bare place: told of from the region, it would be no place of its own.
        <div key={slot} aria-atomic="false">
          {each?.urgency === urgency && (
            // The space: Orca takes the same words as in the log, told right after it, for a repetition and says nothing.
            <Lines>{`${each.text} `}</Lines>
          )}
        </div>
      ))}
    </VisuallyHidden>
  );
}

/* A block: of inline texts Chromium tells a screen reader all again with each one that comes or goes. */
const Lines = styled.div`
  white-space: pre;
`;
