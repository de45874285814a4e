import { useEffect, useRef } from 'react';
import type { FocusEvent } from 'react';

/**
 * Keeps the focus in the chat when what has it is taken away or hidden: a button that was pressed and is done, a composer whose chat
 * is over. It goes to what stood around it, else to where one writes, else to the last button. It moves at no other time.
 */
export function useKeptFocus(): KeptFocus {
  // The element with the focus and those around it, innermost first; none while the focus is elsewhere.
  const kept = useRef<readonly HTMLElement[]>([]);
  const observer = useRef<MutationObserver>(undefined);
  useEffect(() => () => observer.current?.disconnect(), []);

  const restore = (frame: HTMLElement): void => {
    const [lost] = kept.current;
    if (!lost || (lost.isConnected && !lost.closest('[hidden]'))) return;
    const around = kept.current.find(
      (element) => element.isConnected && element.tabIndex >= -1 && element.hasAttribute('tabindex'),
    );
    const next =
      around ??
      frame.querySelector('textarea:enabled:not([hidden] *)') ??
      [...frame.querySelectorAll('button:not([hidden] *)')].at(-1);
    kept.current = [];
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  };
  return {
    onFocus({ target, currentTarget: frame }) {
      kept.current = pathTo(target, frame);
      // Pages of old frameworks put what they please in its place, nothing too.
      if (observer.current || typeof MutationObserver !== 'function') return;
      observer.current = new MutationObserver(() => restore(frame));
      observer.current.observe(frame, { childList: true, subtree: true });
    },
    onBlur({ target }) {
      // It may be leaving because it is being taken away: by the end of this turn that is known.
      queueMicrotask(() => {
        if (target.isConnected && kept.current[0] === target) kept.current = [];
      });
    },
  };
}

/** What `useKeptFocus` gives: for the frame. */
export interface KeptFocus {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

function pathTo(target: HTMLElement, frame: HTMLElement): HTMLElement[] {
  const path = [];
  for (let at: HTMLElement | null = target; at && at !== frame; at = at.parentElement) path.push(at);
  return path;
}
