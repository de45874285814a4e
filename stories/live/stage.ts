import { createContext, useContext } from 'react';
import { en } from '../../src/locales/index.ts';
import type { Words } from '../../src/locales/index.ts';
import { paper } from '../../src/theme/index.ts';
import type { ColorScheme, Contrast, Theme } from '../../src/theme/index.ts';

/** What the toolbar says of the page around a story. */
export interface StageSettings {
  readonly theme: Theme;
  readonly colorScheme: ColorScheme;
  readonly contrast: Contrast;
  /** BCP 47 tag. */
  readonly locale: string;
  readonly words: Words;
  /** Factor on all text sizes. */
  readonly fontScale: string;
  /** What the road to the contact centre in this tab does. */
  readonly network: Network;
}

/** `patchy` breaks the line every six seconds, `slow` holds every request back by two. */
export type Network = 'online' | 'slow' | 'patchy' | 'offline';

/** Where a story finds the stage it stands on. */
export const StageContext = createContext<StageSettings>({
  theme: paper,
  colorScheme: 'light',
  contrast: 'auto',
  locale: 'en',
  words: en,
  fontScale: '1',
  network: 'online',
});

/** The stage of the story. */
export function useStage(): StageSettings {
  return useContext(StageContext);
}
