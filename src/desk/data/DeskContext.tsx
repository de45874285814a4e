import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { systemClock } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';
import { createLanguage, deskWords } from '../../locales/index.ts';
import type { DeskWords, Formats } from '../../locales/index.ts';
import type { DeskSession } from './deskSession.ts';
import type { DeskState } from './deskState.ts';

const SessionContext = createContext<DeskSession | undefined>(undefined);
const SpeechContext = createContext<DeskSpeech>(speechOf('en', systemClock));

/** Gives everything below it one signed-in agent. */
export const DeskSessionProvider = SessionContext.Provider;

/** Gives everything below it the desk's words, formats and clock. Without it: English and the system's clock. */
export function DeskSpeechProvider(props: {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly clock?: Clock | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const { locale, clock = systemClock, children } = props;
  const speech = useMemo(() => speechOf(locale, clock), [locale, clock]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

/** The signed-in agent's session. Throws without a `DeskSessionProvider`. */
export function useDeskSession(): DeskSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('The desk needs a <DeskSessionProvider> above it.');
  return session;
}

/** A part of the desk's state; re-renders when that part changes. A list that is built anew is compared by its entries. */
export function useDesk<T>(select: (state: DeskState) => T): T {
  return useStore(useDeskSession().store, useShallow(select));
}

/** Words, formats and clock of the desk. */
export function useDeskSpeech(): DeskSpeech {
  return useContext(SpeechContext);
}

/** What the desk speaks with. */
export interface DeskSpeech {
  readonly words: DeskWords;
  readonly formats: Formats;
  readonly clock: Clock;
  readonly locale: string;
}

function speechOf(locale: string, clock: Clock): DeskSpeech {
  return { words: deskWords(locale), formats: createLanguage(locale).formats, clock, locale };
}
