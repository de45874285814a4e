import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Button, useWords } from '../components/index.ts';
import { Question } from './panelStyles.ts';

/**
 * Asks once more before an engagement is ended, which cannot be taken back. The careful answer has the focus, and gives it
 * back to what had it before.
 */
export function EndQuestion({ onEnd, onStay }: EndQuestionProps): ReactElement {
  const words = useWords();
  const careful = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLElement>(undefined);
  useEffect(() => {
    careful.current?.focus();
    return () => opener.current?.focus();
  }, []);
  return (
    <Question
      role="group"
      aria-label={words.header.end}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onStay();
      }}
    >
      <Button
        ref={careful}
        onFocus={({ relatedTarget }) => {
          if (relatedTarget instanceof HTMLElement) opener.current ??= relatedTarget;
        }}
        onClick={onStay}
      >
        {words.idle.stay}
      </Button>
      <Button tone="primary" onClick={onEnd}>
        {words.header.end}
      </Button>
    </Question>
  );
}

/** Properties of `EndQuestion`. */
export interface EndQuestionProps {
  readonly onEnd: () => void;
  readonly onStay: () => void;
}
