import { night, paper } from '../theme/index.ts';
import type { Theme } from '../theme/index.ts';

/** The theme of `data-theme`: a finished one by its name, or one made from a colour. Paper where it cannot be had. */
export async function loadTheme(name: string): Promise<Theme> {
  if (name === 'paper') return paper;
  if (name === 'night') return night;
  try {
    const { makeTheme } = await import('./makeTheme.ts');
    return makeTheme(name);
  } catch {
    return paper;
  }
}
