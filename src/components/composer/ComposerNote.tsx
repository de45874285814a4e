import { memo } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../base/WordsProvider.tsx';
import { Note } from './composerStyles.ts';
import type { Draft } from './useDraft.ts';

/** What keeps the message from going, said as it happens; or, silently, how much room is left. */
export const ComposerNote = memo(function ComposerNote(props: ComposerNoteProps): ReactElement {
  const { id, over, refusals, left, maxLength } = props;
  const words = useWords();
  return (
    <>
      <Note id={id} aria-live="polite" data-invalid={over > 0 || refusals.length > 0}>
        {over > 0 && words.composer.tooLong(over, maxLength)} {refusals.join(' ')}
      </Note>
      {left !== undefined && <Note>{words.composer.charactersLeft(left)}</Note>}
    </>
  );
});

/** Properties of `ComposerNote`. */
export interface ComposerNoteProps extends Pick<Draft, 'over' | 'refusals' | 'left'> {
  /** For `aria-errormessage` of the field. */
  readonly id: string;
  readonly maxLength: number;
}
