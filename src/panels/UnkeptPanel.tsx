import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { SystemLine, useAnnounce, useWords } from '../components/index.ts';
import { useChatState } from '../hooks/index.ts';
import { systemClock } from '../lib/index.ts';
import type { Clock } from '../lib/index.ts';
import { selectIsAtRisk } from '../model/index.ts';

/** What is sent within so long needs no word. */
const CALM_MS = 1000;

/**
 * Says that what is unsent would be lost with the page, where the browser keeps nothing, and lets the browser ask before it
 * goes (guarantees, rule 13). Nothing otherwise.
 */
export function UnkeptPanel({ clock = systemClock }: UnkeptPanelProps): ReactElement | null {
  const { notKept } = useWords().system;
  const { announce } = useAnnounce();
  const isAtRisk = useChatState(selectIsAtRisk);
  const [isSaid, setIsSaid] = useState(false);
  useEffect(() => {
    if (!isAtRisk) return undefined;
    const hold = (event: Event): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    const timer = clock.after(CALM_MS, () => {
      setIsSaid(true);
      announce(notKept);
    });
    return () => {
      window.removeEventListener('beforeunload', hold);
      clock.clear(timer);
      setIsSaid(false);
    };
  }, [isAtRisk, clock, announce, notKept]);
  return isSaid ? <SystemLine>{notKept}</SystemLine> : null;
}

/** Properties of `UnkeptPanel`. */
export interface UnkeptPanelProps {
  /** Default the system's. */
  readonly clock?: Clock | undefined;
}
