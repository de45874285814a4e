import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { DeskSpeechProvider } from '../../src/desk/data/DeskContext.tsx';
import type { DeskSession } from '../../src/desk/data/deskSession.ts';
import type { DeskState } from '../../src/desk/data/deskState.ts';
import { createDeskStore } from '../../src/desk/data/deskStore.ts';
import { deskTheme } from '../../src/desk/parts/deskTheme.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { ThemeRoot } from '../../src/theme/index.ts';
import { useStage } from '../live/stage.ts';
import { NOW_MS } from './deskData.ts';

const clock = createSimulatedClock(NOW_MS);

/** The desk's own theme and a clock that stands still. */
export function DeskStage({ children }: { readonly children: ReactNode }): ReactElement {
  const { colorScheme } = useStage();
  useEffect(() => {
    const before = document.title;
    return () => {
      document.title = before;
    };
  }, []);
  return (
    <ThemeRoot theme={deskTheme} colorScheme={colorScheme}>
      <DeskSpeechProvider locale="en" clock={clock}>
        {children}
      </DeskSpeechProvider>
    </ThemeRoot>
  );
}

/** A session that shows a state and does nothing but select. */
export function storySession(state: DeskState): DeskSession {
  const store = createDeskStore(state);
  const nothing = (): Promise<void> => Promise.resolve();
  const no = (): Promise<boolean> => Promise.resolve(false);
  return {
    store: store.readable,
    select: async (id) => store.fold(id === undefined ? { type: 'selected' } : { type: 'selected', id }),
    details: () => Promise.reject(new Error('No contact centre here')),
    looked: () => undefined,
    typing: () => undefined,
    discard: () => undefined,
    retryNow: () => undefined,
    close: () => undefined,
    accept: no,
    send: no,
    sendFiles: no,
    resend: no,
    decline: nothing,
    setState: nothing,
    transfer: nothing,
    end: nothing,
    signOut: nothing,
  };
}
