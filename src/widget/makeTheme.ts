import { themeFromBrand, themes } from '../theme/index.ts';
import type { Theme } from '../theme/index.ts';

/**
 * A finished theme by its name, in a brand colour if there is one; or where the name is a colour, Paper in that. Any colour
 * will do that the browser knows, named ones included. In a chunk of its own: most sites stay with Paper.
 */
export function makeTheme(name: string, brand?: string): Theme {
  const base: Theme | undefined = Object.entries(themes).find(([known]) => known === name)?.[1];
  const colour = brand ?? (base ? undefined : name);
  return colour === undefined ? (base ?? themes.paper) : themeFromBrand(channelsOf(colour), base);
}

function channelsOf(colour: string): string {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush || !CSS.supports('color', colour)) return colour;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const channels = Array.from(brush.getImageData(0, 0, 1, 1).data).slice(0, 3);
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
