import type { Language } from '../../locales/index.ts';
import { stripBidi } from '../base/participantName.ts';
import { splitFileName } from '../cards/splitFileName.ts';

/** What may be sent. */
export type FileRules = {
  /** Bytes in one file. */
  readonly maxBytes: number;
  /** Endings, lower case, without the dot; empty allows all. */
  readonly endings: readonly string[];
  /** Files in one message. */
  readonly maxCount: number;
};

/** Parts files into those that may go and a sentence for each that may not. `held` is how many are there already. */
export function checkFiles(
  files: Iterable<File>,
  held: number,
  rules: FileRules,
  { words, formats }: Language,
): { readonly accepted: readonly File[]; readonly refusals: readonly string[] } {
  const accepted: File[] = [];
  const refusals: string[] = [];
  for (const file of files) {
    const name = stripBidi(file.name);
    const ending = splitFileName(name).ending.toLowerCase();
    if (file.size === 0) refusals.push(words.file.empty(name));
    else if (file.size > rules.maxBytes)
      refusals.push(words.file.tooLarge(name, formats.fileSize(rules.maxBytes)));
    else if (rules.endings.length > 0 && !rules.endings.includes(ending))
      refusals.push(words.file.wrongType(name));
    else if (held + accepted.length >= rules.maxCount) refusals.push(words.file.tooMany(rules.maxCount));
    else accepted.push(file);
  }
  return { accepted, refusals: [...new Set(refusals)] };
}
