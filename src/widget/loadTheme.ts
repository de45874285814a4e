import { night, paper } from '../theme/index.ts';
import type { Theme } from '../theme/index.ts';

/** The theme of `data-theme`: `paper`, `night`, or one made from a colour. Paper where it cannot be had. */
export async function loadTheme(name: string): Promise<Theme> {
  if (name === 'paper') return paper;
  if (name === 'night') return night;
  try {
    const { brandTheme } = await import('./brandTheme.ts');
    return brandTheme(name);
  } catch {
    return paper;
  }
}
