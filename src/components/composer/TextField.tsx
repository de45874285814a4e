import type { ReactElement, RefObject } from 'react';
import { useWords } from '../base/WordsProvider.tsx';
import { Grow } from './composerStyles.ts';
import type { ComposerEvents } from './useComposerEvents.ts';
import type { Draft } from './useDraft.ts';

/** The text box: one line that grows with what is in it. */
export function TextField({ fieldRef, noteId, draft, ...rest }: TextFieldProps): ReactElement {
  const words = useWords();
  return (
    <Grow data-text={draft.text}>
      <textarea
        ref={fieldRef}
        rows={1}
        // Empty, `auto` would be left to right and put the prompt on the wrong side of an Arabic chat.
        dir={draft.text === '' ? undefined : 'auto'}
        aria-label={words.composer.label}
        // No description: Orca says one anew whenever it changes, and the note speaks for itself.
        aria-errormessage={noteId}
        aria-invalid={draft.over > 0}
        enterKeyHint="send"
        autoComplete="off"
        value={draft.text}
        {...rest}
      />
    </Grow>
  );
}

type FieldHandlers = ComposerEvents['onField'];

/** Properties of `TextField`. */
export interface TextFieldProps extends FieldHandlers {
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  /** The note that says what is wrong. */
  readonly noteId: string;
  readonly draft: Draft;
  readonly disabled: boolean;
  readonly placeholder: string;
}
