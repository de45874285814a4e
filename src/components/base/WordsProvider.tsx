import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { createLanguage } from '../../locales/index.ts';
import type { Language, WordOverrides, Words } from '../../locales/index.ts';

const english = createLanguage();
const LanguageContext = createContext<Language>(english);

/** Gives all components below it one language. Without a provider they speak English. */
export function WordsProvider({
  locale,
  words,
  overrides,
  timeZone,
  children,
}: WordsProviderProps): ReactElement {
  const language = useMemo(
    () => createLanguage(locale, words, overrides, timeZone),
    [locale, words, overrides, timeZone],
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** Properties of `WordsProvider`. Keep `words` and `overrides` at one reference: a new one makes a new language. */
export interface WordsProviderProps {
  /** BCP 47 tag; default `en`. */
  readonly locale?: string | undefined;
  /** The pack for that locale; default English. */
  readonly words?: Words | undefined;
  /** Single sentences of the site's own. */
  readonly overrides?: WordOverrides | undefined;
  /** IANA name; default the reader's own. */
  readonly timeZone?: string | undefined;
  readonly children?: ReactNode;
}

/** The language in use: words, formats, direction. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words in use. */
export function useWords(): Words {
  return useContext(LanguageContext).words;
}
