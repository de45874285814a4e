import { createRoot } from 'react-dom/client';
import { StyleSheetManager } from 'styled-components';
import { ErrorBoundary, WordsProvider } from '../components/index.ts';
import { de } from '../locales/de.ts';
import { direction, en } from '../locales/index.ts';
import { ThemeRoot, createConstructedSheet } from '../theme/index.ts';
import type { ColorScheme } from '../theme/index.ts';
import type { DeskFetch } from './data/deskCall.ts';
import { DeskSpeechProvider } from './data/DeskContext.tsx';
import { DeskApp } from './DeskApp.tsx';
import { deskTheme } from './parts/deskTheme.ts';

/** Puts the desk into `element`. All styles go into one constructed sheet: it runs under `style-src 'self'`. */
export function mountDesk(element: HTMLElement, options: MountDeskOptions): () => void {
  const { locale = 'en', colorScheme = 'auto', fetch, baseUrl = '' } = options;
  const spoken = /^de(-|$)/i.test(locale) ? locale : 'en';
  const page = new CSSStyleSheet();
  page.replaceSync('html, body { margin: 0; block-size: 100%; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  document.documentElement.lang = spoken;
  const { sheet, release } = createConstructedSheet(document);
  const root = createRoot(element);
  root.render(
    <StyleSheetManager sheet={sheet}>
      <ThemeRoot theme={deskTheme} colorScheme={colorScheme} dir={direction(spoken)}>
        <WordsProvider locale={spoken} words={spoken === 'en' ? en : de}>
          <DeskSpeechProvider locale={spoken}>
            <ErrorBoundary>
              <DeskApp baseUrl={baseUrl} fetch={fetch} />
            </ErrorBoundary>
          </DeskSpeechProvider>
        </WordsProvider>
      </ThemeRoot>
    </StyleSheetManager>,
  );
  return () => {
    root.unmount();
    release();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page);
  };
}

/** How the desk is put up. */
export interface MountDeskOptions {
  /** BCP 47 tag; English and German are spoken. Default `en`. */
  readonly locale?: string;
  /** Default `auto`. */
  readonly colorScheme?: ColorScheme;
  readonly fetch: DeskFetch;
  /** Origin of the contact centre without a trailing slash; default the page's own. */
  readonly baseUrl?: string;
}
