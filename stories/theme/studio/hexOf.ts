import { fitToScreen, parseColour, toLinearRgb } from '../../../src/theme/index.ts';

/** A colour as `<input type="color">` wants it; black for one that cannot be read. */
export function hexOf(text: string): string {
  const colour = parseColour(text);
  if (!colour) return '#000000';
  const channels = toLinearRgb(fitToScreen(colour)).map((linear) => {
    const value = Math.min(1, Math.max(0, linear));
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
