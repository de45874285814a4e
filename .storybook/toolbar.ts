import { LOCALES, createPseudoWords, en, loadWords } from '../src/locales/index.ts';
import type { Words } from '../src/locales/index.ts';
import { themes } from '../src/theme/index.ts';
import type { StageSettings } from '../stories/live/stage.ts';

/** The locale that nobody speaks (CLDR's name for it): what stands without brackets was not taken from a pack. */
const PSEUDO = 'en-XA';

/** What the toolbar offers. */
export const globalTypes = {
  theme: choice(
    'Theme',
    'paintbrush',
    Object.entries(themes).map(([value, { name }]) => ({ value, title: name })),
  ),
  scheme: choice('Colour scheme', 'circlehollow', ['light', 'dark', 'auto']),
  contrast: choice('Contrast', 'contrast', ['auto', 'more']),
  locale: choice('Language', 'globe', [...LOCALES.map(named), { value: PSEUDO, title: 'Pseudo-locale' }]),
  direction: choice('Direction', 'transfer', ['auto', 'ltr', 'rtl']),
  textScale: choice('Text size', 'zoom', ['1', '1.25', '1.5', '2']),
  width: choice('Width', 'grow', ['400px', '320px', '100%']),
  network: choice('Network', 'lightning', ['online', 'slow', 'patchy', 'offline']),
};

/** What it says at first. */
export const initialGlobals = {
  theme: 'paper',
  scheme: 'light',
  contrast: 'auto',
  locale: 'en',
  direction: 'auto',
  textScale: '1',
  width: '400px',
  network: 'online',
};

/** What a page says when one looks at it, without the words, which are fetched. */
export function readGlobals(globals: Readonly<Record<string, unknown>>): GlobalSettings {
  const text = (name: keyof typeof initialGlobals): string => {
    const value = globals[name];
    // In an address a number is one.
    return typeof value === 'string' || typeof value === 'number' ? String(value) : initialGlobals[name];
  };
  const scheme = text('scheme');
  const network = text('network');
  const direction = text('direction');
  return {
    theme: Object.entries(themes).find(([name]) => name === text('theme'))?.[1] ?? themes.paper,
    colorScheme: scheme === 'dark' || scheme === 'auto' ? scheme : 'light',
    contrast: text('contrast') === 'more' ? 'more' : 'auto',
    locale: text('locale'),
    fontScale: text('textScale'),
    network: network === 'slow' || network === 'patchy' || network === 'offline' ? network : 'online',
    direction: direction === 'ltr' || direction === 'rtl' ? direction : 'auto',
    width: text('width'),
  };
}

/** See `readGlobals`. */
export interface GlobalSettings extends Omit<StageSettings, 'words'> {
  /** `auto` is the locale's own. */
  readonly direction: 'ltr' | 'rtl' | 'auto';
  /** A CSS length. */
  readonly width: string;
}

/** The words of a locale of the toolbar. */
export async function wordsOf(locale: string): Promise<Words> {
  return locale === PSEUDO ? createPseudoWords(en) : loadWords(locale);
}

function named(locale: string): { readonly value: string; readonly title: string } {
  const own = new Intl.DisplayNames(locale, { type: 'language' }).of(locale);
  return { value: locale, title: `${own ?? locale} (${locale})` };
}

function choice<Icon extends string>(title: string, icon: Icon, items: readonly (string | Item)[]) {
  return { description: title, toolbar: { title, icon, items: [...items], dynamicTitle: true } };
}

type Item = { readonly value: string; readonly title: string };
