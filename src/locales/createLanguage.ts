import { direction } from './direction.ts';
import { en } from './en.ts';
import { createFormats } from './formats.ts';
import type { Formats } from './formats.ts';
import type { WordOverrides, Words } from './words.ts';

/** Everything a component needs to speak: words, formats, direction. */
export interface Language {
  /** BCP 47 tag, as in `lang`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
  readonly formats: Formats;
}

/**
 * A language for one instance. A malformed locale falls back to `en` for its formats and keeps the given words.
 * @param overrides single sentences of the site's own, over the pack.
 * @param timeZone IANA name; default the reader's own.
 */
export function createLanguage(
  locale: string = 'en',
  words: Words = en,
  overrides: WordOverrides = {},
  timeZone?: string,
): Language {
  const spoken = isLocale(locale) ? locale : 'en';
  const merged = mergeWords(words, overrides);
  return {
    locale: spoken,
    direction: direction(spoken),
    words: merged,
    formats: createFormats(spoken, merged.dates, timeZone),
  };
}

/** A pack with some sentences replaced. Neither argument is changed. */
export function mergeWords(words: Words, overrides: WordOverrides): Words {
  const own = new Map(Object.entries(overrides));
  const groups = Object.entries(words).map(([name, group]) => [name, { ...group, ...own.get(name) }]);
  return { ...words, ...Object.fromEntries(groups) };
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
