import { fromLinearRgb } from './oklch.ts';
import type { Oklch } from './oklch.ts';

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const CALL = /^(rgba?|hsla?|oklch)\(([^()]+)\)$/i;

/**
 * Reads `#rgb`, `#rrggbb`, `rgb()`, `hsl()` and `oklch()`; transparency is ignored.
 * Anything else, named colours included, gives undefined.
 */
export function parseColour(text: string): Oklch | undefined {
  const trimmed = text.trim();
  if (HEX.test(trimmed)) return fromHex(trimmed.slice(1));
  const call = CALL.exec(trimmed);
  const numbers = call?.[2]?.split(/[\s,/]+/).filter(Boolean) ?? [];
  const [one = Number.NaN, two = Number.NaN, three = Number.NaN] = numbers.map(Number.parseFloat);
  if (![one, two, three].every(Number.isFinite)) return undefined;
  const isPercent = numbers[0]?.endsWith('%') ?? false;
  switch (call?.[1]?.toLowerCase().slice(0, 3)) {
    case 'rgb':
      return fromRgb(isPercent ? [one / 100, two / 100, three / 100] : [one / 255, two / 255, three / 255]);
    case 'hsl':
      return fromHsl(one, two / 100, three / 100);
    case 'okl':
      return { lightness: isPercent ? one / 100 : one, chroma: Math.abs(two), hue: (three + 360) % 360 };
    default:
      return undefined;
  }
}

function fromHex(digits: string): Oklch {
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const channel = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16) / 255;
  return fromRgb([channel(0), channel(2), channel(4)]);
}

// CSS Color 4, section 7.1: HSL to sRGB.
function fromHsl(hue: number, saturation: number, lightness: number): Oklch {
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return fromRgb([channel(0), channel(8), channel(4)]);
}

function fromRgb(channels: readonly [number, number, number]): Oklch {
  const linear = (channel: number): number => {
    const value = Math.min(1, Math.max(0, channel));
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return fromLinearRgb([linear(channels[0]), linear(channels[1]), linear(channels[2])]);
}
