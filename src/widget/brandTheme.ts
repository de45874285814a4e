import { themeFromBrand } from '../theme/index.ts';
import type { Theme } from '../theme/index.ts';

/**
 * A theme from any colour that the browser knows, named ones included. In a chunk of its own: most sites set none.
 */
export function brandTheme(colour: string): Theme {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush || !CSS.supports('color', colour)) return themeFromBrand(colour);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const channels = Array.from(brush.getImageData(0, 0, 1, 1).data).slice(0, 3);
  return themeFromBrand(`#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
}
