import { useEffect, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { WordsProvider } from '../src/components/index.ts';
import { direction as directionOf } from '../src/locales/index.ts';
import type { Words } from '../src/locales/index.ts';
import { ThemeRoot, token } from '../src/theme/index.ts';
import { StageContext } from '../stories/live/stage.ts';
import type { GlobalSettings } from './toolbar.ts';

/** What surrounds a story: theme, language, direction and width, as a host page would give them. */
export function Stage({ settings, words, title, bleed = false, children }: StageProps): ReactElement {
  const { theme, colorScheme, contrast, locale, fontScale, network, width } = settings;
  const direction = settings.direction === 'auto' ? directionOf(locale) : settings.direction;
  const Page = title === undefined ? 'div' : 'main';
  const stage = useMemo(
    () => ({ theme, colorScheme, contrast, locale, words, fontScale, network }),
    [theme, colorScheme, contrast, locale, words, fontScale, network],
  );
  useEffect(() => {
    document.documentElement.dir = direction;
    document.documentElement.lang = locale;
    document.documentElement.style.colorScheme = colorScheme === 'auto' ? 'light dark' : colorScheme;
  }, [direction, locale, colorScheme]);
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
          <Page
            dir={direction}
            style={{
              inlineSize: width,
              maxInlineSize: '100%',
              marginInline: 'auto',
              padding: bleed ? 0 : 24,
            }}
          >
            {title !== undefined && <h1 style={UNSEEN}>{title}</h1>}
            {children}
          </Page>
        </WordsProvider>
      </ThemeRoot>
    </StageContext.Provider>
  );
}

/** Heard and not seen. */
const UNSEEN = { position: 'absolute', inlineSize: 1, blockSize: 1, margin: -1, overflow: 'hidden' } as const;

interface StageProps {
  readonly settings: GlobalSettings;
  readonly words: Words;
  /** Makes a whole page of a piece of one: what a reader of headings and landmarks finds. None where the story is a page. */
  readonly title?: string | undefined;
  /** Goes to the edges of the window; default false. */
  readonly bleed?: boolean | undefined;
  readonly children: ReactNode;
}
