import { contrastRatio } from './contrast.ts';
import { fitToScreen, formatOklch } from './oklch.ts';
import type { Oklch } from './oklch.ts';
import { paper } from './paper.ts';
import { parseColour } from './parseColour.ts';
import { repairTokens } from './repairTokens.ts';
import type { Theme } from './theme.ts';
import type { BaseTokens } from './tokens.ts';

/** From this lightness on a colour carries dark text: yellow, lime, sky. */
const CARRIES_DARK_TEXT = 0.72;
const LIGHT_TEXT: Oklch = { lightness: 0.985, chroma: 0.005, hue: 85 };

/**
 * A complete theme, light and dark, from one brand colour. The launcher keeps it exactly; everywhere else its lightness
 * is moved until every pair of `contrastPairs` reads. Shapes, fonts and grounds are those of `base`; the dark grounds take
 * the brand's hue. A colour that `parseColour` cannot read gives `base` unchanged.
 */
export function themeFromBrand(brandColour: string, base: Theme = paper): Theme {
  const plan = planFromBrand(brandColour, base);
  if (!plan) return base;
  const [light, dark] = [repairTokens(plan.light), repairTokens(plan.dark)];
  return { name: 'Brand', light, dark: darkOf(light, dark) };
}

/** The same before any repair, both schemes whole; undefined for a colour that `parseColour` cannot read. */
export function planFromBrand(
  brandColour: string,
  base: Theme,
): { readonly light: BaseTokens; readonly dark: BaseTokens } | undefined {
  const brand = parseColour(brandColour);
  if (!brand) return undefined;
  const dusk: BaseTokens = { ...base.light, ...base.dark };
  const quieter = fitToScreen({ ...brand, chroma: brand.chroma * 0.8 });
  return {
    light: { ...base.light, ...accentTokens(brand, brandColour) },
    dark: {
      ...dusk,
      canvas: inHue(dusk.canvas, brand),
      bubbleOther: inHue(dusk.bubbleOther, brand),
      ...accentTokens(quieter, brandColour),
    },
  };
}

/** What the dark sets differently. */
export function darkOf(light: BaseTokens, dark: BaseTokens): Partial<BaseTokens> {
  const before: Readonly<Record<string, string>> = light;
  return Object.fromEntries(Object.entries(dark).filter(([name, value]) => before[name] !== value));
}

type AccentTokens = Pick<BaseTokens, 'accent' | 'accentInk' | 'accentText' | 'brand' | 'brandInk'>;

function accentTokens(colour: Oklch, exact: string): AccentTokens {
  const darkText: Oklch = { lightness: 0.2, chroma: Math.min(0.03, colour.chroma), hue: colour.hue };
  const onBrand =
    contrastRatio(colour, LIGHT_TEXT) >= 3 || contrastRatio(colour, darkText) < 3 ? LIGHT_TEXT : darkText;
  return {
    accent: formatOklch(colour),
    accentInk: formatOklch(colour.lightness >= CARRIES_DARK_TEXT ? darkText : LIGHT_TEXT),
    accentText: formatOklch(colour),
    brand: exact,
    brandInk: formatOklch(onBrand),
  };
}

/** A hint of the brand in the ground, never more than the base had. */
function inHue(ground: string, brand: Oklch): string {
  const colour = parseColour(ground);
  if (!colour) return ground;
  return formatOklch({ ...colour, chroma: Math.min(colour.chroma, brand.chroma), hue: brand.hue });
}
