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
  useEffect(() => {
    const root = careful.current?.getRootNode();
    const opener = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : undefined;
    careful.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
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
      <Button ref={careful} onClick={onStay}>
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
