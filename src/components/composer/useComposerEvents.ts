import { useRef, useState } from 'react';
import type {
  ChangeEvent,
  ClipboardEvent,
  DOMAttributes,
  DragEvent,
  KeyboardEvent,
  RefObject,
  SyntheticEvent,
} from 'react';
import type { Draft } from './useDraft.ts';

/** What keys, paste and drop do to a draft. The caller's own handlers of the form come first. */
export function useComposerEvents(options: ComposerEventsOptions): ComposerEvents {
  const { draft, closed, takesFiles, onSend, onEscape, theirs } = options;
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOver, setIsOver] = useState(false);

  const send = (event: SyntheticEvent): void => {
    if (!draft.canSend || closed) return;
    const message = { text: draft.text.trim(), files: draft.files };
    const taking = onSend?.(message);
    draft.clear(event);
    field.current?.focus();
    taking?.catch(() => draft.restore(message, field.current?.value));
  };
  const drag = (theirHandler: DragHandler | undefined, staysOver: boolean): DragHandler => {
    return (event) => {
      theirHandler?.(event);
      if (event.defaultPrevented || !takesFiles || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(staysOver);
      if (event.type === 'drop') draft.addFiles(event.dataTransfer.files);
    };
  };
  return {
    field,
    isOver,
    onForm: {
      onSubmit(event) {
        theirs.onSubmit?.(event);
        event.preventDefault();
        send(event);
      },
      onDragEnter: drag(theirs.onDragEnter, true),
      onDragOver: drag(theirs.onDragOver, true),
      onDragLeave: drag(theirs.onDragLeave, false),
      onDrop: drag(theirs.onDrop, false),
    },
    onField: {
      onChange: (event) => draft.setText(event.currentTarget.value, { reason: 'input', event }),
      onKeyDown(event) {
        if (event.key === 'Escape') onEscape?.();
        if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
        event.preventDefault();
        send(event);
      },
      onPaste(event) {
        const { files } = event.clipboardData;
        if (!takesFiles || files.length === 0) return;
        event.preventDefault();
        draft.addFiles(files);
      },
    },
  };
}

/** What is sent: trimmed text, perhaps empty, and files, perhaps none; never both empty. */
export type ComposerMessage = { readonly text: string; readonly files: readonly File[] };

/** Takes a message. A promise that is rejected gives it back: text and files stand in the composer again. */
export type OnSend = (message: ComposerMessage) => Promise<unknown> | void;

/** What `useComposerEvents` needs. */
export interface ComposerEventsOptions {
  readonly draft: Draft;
  readonly closed: boolean;
  readonly takesFiles: boolean;
  readonly onSend: OnSend | undefined;
  readonly onEscape: (() => void) | undefined;
  /** The caller's handlers of the form. One that prevents the default of a drag has taken the files itself. */
  readonly theirs: DOMAttributes<HTMLFormElement>;
}

/** Handlers for the form and for its text field. */
export interface ComposerEvents {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Files hang above the form. */
  readonly isOver: boolean;
  readonly onForm: Pick<
    DOMAttributes<HTMLFormElement>,
    'onSubmit' | 'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop'
  >;
  readonly onField: {
    readonly onChange: (event: ChangeEvent<HTMLTextAreaElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

type DragHandler = (event: DragEvent<HTMLFormElement>) => void;

// While an input method is open Enter chooses a word. Safari reports the closing Enter as key 229, after the composition.
function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
