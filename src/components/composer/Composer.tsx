import { useId } from 'react';
import type { FormHTMLAttributes, ReactNode } from 'react';
import { MAX_ATTACHMENTS, MAX_FILE_BYTES, MAX_TEXT_LENGTH } from '../../protocol/index.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { AttachmentChips } from './AttachmentChips.tsx';
import { ComposerNote } from './ComposerNote.tsx';
import { Drop, Field, Line, Root, Send } from './composerStyles.ts';
import { FilePicker } from './FilePicker.tsx';
import { TextField } from './TextField.tsx';
import { useComposerEvents } from './useComposerEvents.ts';
import type { OnSend } from './useComposerEvents.ts';
import { useDraft } from './useDraft.ts';
import type { OnTextChange } from './useDraft.ts';

/**
 * Where one writes: grows from one to six lines, Enter sends, Shift+Enter breaks the line, and no key of an input method
 * is taken for one of ours. A text over the limit is counted and not sent, never cut. Files come by button, paste and drop.
 */
export const Composer = withRef<HTMLFormElement, ComposerProps>('Composer', (props, ref) => {
  const { text, onTextChange, onSend, maxLength = MAX_TEXT_LENGTH, accept, onEscape, ...more } = props;
  const { maxFileBytes = MAX_FILE_BYTES, maxFiles = MAX_ATTACHMENTS, ...others } = more;
  const { disabled = false, locked = false, offline, start, placeholder, ...theirs } = others;
  const { words } = useLanguage();
  const rules = { maxBytes: maxFileBytes, endings: accept ?? [], maxCount: maxFiles };
  const draft = useDraft({ text, onTextChange, maxLength, rules });
  const { over, refusals, left } = draft;
  const closed = locked || disabled;
  const takesFiles = accept !== undefined && !closed;
  const { field, isOver, onForm, onField } = useComposerEvents({
    draft,
    closed,
    takesFiles,
    onSend,
    onEscape,
    theirs,
  });
  const noteId = useId();
  const hint = offline ? words.composer.placeholderOffline : words.composer.placeholder;
  return (
    <Root
      ref={ref}
      data-status={locked ? 'locked' : offline ? 'offline' : 'ready'}
      noValidate
      {...theirs}
      {...onForm}
    >
      <Field data-invalid={draft.over > 0}>
        {draft.files.length > 0 && <AttachmentChips files={draft.files} onRemove={draft.removeFile} />}
        <Line>
          {start}
          {takesFiles && <FilePicker endings={accept} multiple={maxFiles > 1} onPick={draft.addFiles} />}
          <TextField
            fieldRef={field}
            noteId={noteId}
            draft={draft}
            disabled={closed}
            placeholder={locked ? words.composer.locked : (placeholder ?? hint)}
            {...onField}
          />
          <Send
            icon="send"
            tone="accent"
            label={words.composer.send}
            type="submit"
            data-shown={draft.hasContent && !locked}
            disabled={!draft.canSend || disabled}
          />
        </Line>
      </Field>
      <ComposerNote {...{ id: noteId, over, refusals, left, maxLength }} />
      {isOver && <Drop>{words.composer.drop}</Drop>}
    </Root>
  );
});

/** Properties of `Composer`; the rest goes to its `form`. */
export interface ComposerProps extends FormHTMLAttributes<HTMLFormElement> {
  /** The caller's own text; without it the composer keeps its own. */
  readonly text?: string | undefined;
  readonly onTextChange?: OnTextChange | undefined;
  /** A promise that is rejected gives the message back: its text and files stand in the composer again. */
  readonly onSend?: OnSend | undefined;
  readonly onEscape?: (() => void) | undefined;
  /** Characters; default 4096. */
  readonly maxLength?: number | undefined;
  /** Endings that may be sent, lower case, without the dot; empty allows all; undefined takes no files. */
  readonly accept?: readonly string[] | undefined;
  /** Default 50 MiB. */
  readonly maxFileBytes?: number | undefined;
  /** Default 25. */
  readonly maxFiles?: number | undefined;
  /** Cannot send just now. Default false. */
  readonly disabled?: boolean | undefined;
  /** What is sent will wait. Default false. */
  readonly offline?: boolean | undefined;
  /** The chat is over. Default false. */
  readonly locked?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** Buttons of one's own at the start of the line. */
  readonly start?: ReactNode;
}
