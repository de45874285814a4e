import { BODY_CONTRAST, META_CONTRAST, contrastRatio, moveUntilReadable } from './contrast.ts';
import { fitToScreen, formatOklch } from './oklch.ts';
import type { Oklch } from './oklch.ts';
import { paper } from './paper.ts';
import { parseColour } from './parseColour.ts';
import type { Theme } from './theme.ts';
import type { BaseTokens } from './tokens.ts';

/** From this lightness on a colour carries dark text: yellow, lime, sky. */
const CARRIES_DARK_TEXT = 0.72;
const LIGHT_TEXT: Oklch = { lightness: 0.985, chroma: 0.005, hue: 85 };

/**
 * A complete theme, light and dark, from one brand colour. The launcher keeps it exactly; everywhere else its lightness
 * is moved until body text has 7:1 and other text 4.5:1. A colour that `parseColour` cannot read gives `base` unchanged.
 */
export function themeFromBrand(brandColour: string, base: Theme = paper): Theme {
  const brand = parseColour(brandColour);
  if (!brand) return base;
  const lightGround = readGround(base.light.canvas, 0.988);
  const darkGround: Oklch = { lightness: 0.19, chroma: Math.min(0.014, brand.chroma), hue: brand.hue };
  const quieter = fitToScreen({ ...brand, chroma: brand.chroma * 0.8 });
  return {
    name: 'Brand',
    light: {
      ...base.light,
      ...accentTokens(brand, brandColour, lightGround, readGround(base.light.bubbleOther, 0.947)),
    },
    dark: {
      ...base.dark,
      canvas: formatOklch(darkGround),
      bubbleOther: formatOklch({ ...darkGround, lightness: 0.275 }),
      ...accentTokens(quieter, brandColour, darkGround, { ...darkGround, lightness: 0.275 }),
    },
  };
}

type AccentTokens = Pick<BaseTokens, 'accent' | 'accentInk' | 'accentText' | 'brand' | 'brandInk'>;

function accentTokens(colour: Oklch, exact: string, canvas: Oklch, bubble: Oklch): AccentTokens {
  const darkText: Oklch = { lightness: 0.2, chroma: Math.min(0.03, colour.chroma), hue: colour.hue };
  const accentInk = colour.lightness >= CARRIES_DARK_TEXT ? darkText : LIGHT_TEXT;
  const onBrand =
    contrastRatio(colour, LIGHT_TEXT) >= 3 || contrastRatio(colour, darkText) < 3 ? LIGHT_TEXT : darkText;
  return {
    accent: formatOklch(moveUntilReadable(colour, [[accentInk, BODY_CONTRAST]])),
    accentInk: formatOklch(accentInk),
    accentText: formatOklch(
      moveUntilReadable(colour, [
        [canvas, BODY_CONTRAST],
        [bubble, META_CONTRAST],
      ]),
    ),
    brand: exact,
    brandInk: formatOklch(onBrand),
  };
}

function readGround(colour: string, lightness: number): Oklch {
  return parseColour(colour) ?? { lightness, chroma: 0, hue: 0 };
}
