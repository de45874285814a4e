import { useRef } from 'react';
import type { ReactElement } from 'react';
import { IconButton } from '../base/IconButton.tsx';
import { useWords } from '../base/WordsProvider.tsx';

/** The button that opens the device's own file dialog. */
export function FilePicker({ endings, multiple, onPick }: FilePickerProps): ReactElement {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon="attach" label={words.composer.attach} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={endings.map((ending) => `.${ending}`).join(',')}
        onChange={(event) => {
          onPick(event.currentTarget.files ?? []);
          // The same file may be chosen again after it was taken out.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Properties of `FilePicker`. */
export interface FilePickerProps {
  /** Endings, lower case, without the dot; empty allows all. */
  readonly endings: readonly string[];
  readonly multiple: boolean;
  /** Read at once: the dialog's own list is emptied afterwards. */
  readonly onPick: (files: Iterable<File>) => void;
}
