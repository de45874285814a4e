import { useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { WordsProvider } from '../src/components/index.ts';
import { direction as directionOf, en } from '../src/locales/index.ts';
import type { Words } from '../src/locales/index.ts';
import { ThemeRoot, token } from '../src/theme/index.ts';
import { StageContext } from '../stories/live/stage.ts';
import { wordsOf } from './toolbar.ts';
import type { GlobalSettings } from './toolbar.ts';

/** What surrounds a story: theme, language, direction and width, as a host page would give them. */
export function Stage({ settings, children }: StageProps): ReactElement | null {
  const { theme, colorScheme, contrast, locale, fontScale, network, width } = settings;
  const direction = settings.direction === 'auto' ? directionOf(locale) : settings.direction;
  const words = useWordsOf(locale);
  const stage = useMemo(
    () => ({ theme, colorScheme, contrast, locale, words: words ?? en, fontScale, network }),
    [theme, colorScheme, contrast, locale, words, fontScale, network],
  );
  useEffect(() => {
    document.documentElement.dir = direction;
    document.documentElement.lang = locale;
    document.documentElement.style.colorScheme = colorScheme === 'auto' ? 'light dark' : colorScheme;
  }, [direction, locale, colorScheme]);
  if (!words) return null;
  return (
    <StageContext.Provider value={stage}>
      <ThemeRoot
        theme={theme}
        colorScheme={colorScheme}
        contrast={contrast}
        tokens={{ fontScale: String(Number(theme.light.fontScale) * Number(fontScale)) }}
        style={{ background: token('canvas'), minBlockSize: '100vh' }}
      >
        <WordsProvider locale={locale} words={words}>
          <div
            dir={direction}
            style={{ inlineSize: width, maxInlineSize: '100%', marginInline: 'auto', padding: 24 }}
          >
            {children}
          </div>
        </WordsProvider>
      </ThemeRoot>
    </StageContext.Provider>
  );
}

interface StageProps {
  readonly settings: GlobalSettings;
  readonly children: ReactNode;
}

/** The words of a locale as soon as they are fetched; English is there at once. */
function useWordsOf(locale: string): Words | undefined {
  const [fetched, setFetched] = useState<{ readonly locale: string; readonly words: Words }>();
  useEffect(() => {
    let isWanted = true;
    void wordsOf(locale).then((words) => {
      if (isWanted) setFetched({ locale, words });
    });
    return () => {
      isWanted = false;
    };
  }, [locale]);
  if (fetched?.locale === locale) return fetched.words;
  return locale === 'en' ? en : undefined;
}
