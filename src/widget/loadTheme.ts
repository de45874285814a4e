import { night, paper } from '../theme/index.ts';
import type { Theme } from '../theme/index.ts';
import type { WidgetConfig } from './widgetConfig.ts';

/** The theme of `data-theme` in the colour of `data-brand`, if there is one. Paper where it cannot be had. */
export async function loadTheme({ theme, texts: { brand } }: WidgetConfig): Promise<Theme> {
  if (!brand && theme === 'paper') return paper;
  if (!brand && theme === 'night') return night;
  try {
    const { makeTheme } = await import('./makeTheme.ts');
    return makeTheme(theme, brand);
  } catch {
    return paper;
  }
}
