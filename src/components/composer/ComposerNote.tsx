import type { ReactElement } from 'react';
import { useWords } from '../base/WordsProvider.tsx';
import { Note } from './composerStyles.ts';
import type { Draft } from './useDraft.ts';

/** From so many characters before the limit on, the rest is counted down. */
const COUNT_FROM = 200;

/** What keeps the message from going, said as it happens; or, silently, how much room is left. */
export function ComposerNote({ id, draft, maxLength }: ComposerNoteProps): ReactElement {
  const words = useWords();
  const { over, refusals } = draft;
  const left = maxLength - draft.text.length;
  return (
    <>
      <Note id={id} aria-live="polite" data-invalid={over > 0 || refusals.length > 0}>
        {over > 0 && words.composer.tooLong(over, maxLength)} {refusals.join(' ')}
      </Note>
      {over === 0 && left < COUNT_FROM && draft.text !== '' && (
        <Note>{words.composer.charactersLeft(left)}</Note>
      )}
    </>
  );
}

/** Properties of `ComposerNote`. */
export interface ComposerNoteProps {
  /** For `aria-errormessage` of the field. */
  readonly id: string;
  readonly draft: Draft;
  readonly maxLength: number;
}
