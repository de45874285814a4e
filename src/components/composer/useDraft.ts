import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { Change } from '../base/change.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { checkFiles } from './checkFiles.ts';
import type { FileRules } from './checkFiles.ts';

/** From so many characters before the limit on, the rest is counted down. */
const COUNT_FROM = 200;
const NONE: readonly string[] = [];

/** What is being written: the text (the caller's own, if given), the files, and why some were refused. */
export function useDraft(options: DraftOptions): Draft {
  const language = useLanguage();
  const [ownText, setOwnText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [refusals, setRefusals] = useState(NONE);
  const text = options.text ?? ownText;
  const room = options.maxLength - text.length;
  const over = Math.max(0, -room);
  const hasContent = text.trim() !== '' || files.length > 0;

  const setText: OnTextChange = (next, change) => {
    setOwnText(next);
    setRefusals(NONE);
    options.onTextChange?.(next, change);
  };
  return {
    text,
    files,
    refusals,
    over,
    left: text !== '' && room >= 0 && room < COUNT_FROM ? room : undefined,
    hasContent,
    canSend: hasContent && over === 0,
    setText,
    addFiles(added) {
      const checked = checkFiles(added, files.length, options.rules, language);
      setFiles([...files, ...checked.accepted]);
      setRefusals(checked.refusals);
    },
    removeFile(removed) {
      setFiles(files.filter((file) => file !== removed));
      setRefusals(NONE);
    },
    clear(event) {
      setText('', { reason: 'send', event });
      setFiles([]);
    },
    restore(message, since = '') {
      setText([message.text, since].filter(Boolean).join('\n'), { reason: 'return' });
      setFiles((added) => [...message.files, ...added]);
    },
  };
}

/** Takes a text, and why it is another one: `input`, it was written; `send`, it is sent; `return`, it could not be sent. */
export type OnTextChange = (text: string, change: Change<'input' | 'send' | 'return'>) => void;

/** What `useDraft` needs. */
export interface DraftOptions {
  readonly text: string | undefined;
  readonly onTextChange: OnTextChange | undefined;
  /** Characters (UTF-16 units, as the contact centre counts). */
  readonly maxLength: number;
  readonly rules: FileRules;
}

/** What `useDraft` gives. */
export interface Draft {
  readonly text: string;
  readonly files: readonly File[];
  readonly refusals: readonly string[];
  /** Characters too many; 0 when it fits. */
  readonly over: number;
  /** Characters, to be told of; undefined: more than enough, or too many. */
  readonly left: number | undefined;
  readonly hasContent: boolean;
  readonly canSend: boolean;
  readonly setText: OnTextChange;
  readonly addFiles: (files: Iterable<File>) => void;
  readonly removeFile: (file: File) => void;
  readonly clear: (event: SyntheticEvent) => void;
  /** Brings back what could not be sent, before what was written `since`. */
  readonly restore: (
    message: { readonly text: string; readonly files: readonly File[] },
    since?: string,
  ) => void;
}
