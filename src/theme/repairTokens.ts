import { contrastRatio, moveLightness } from './contrast.ts';
import { colourIn, colourTokens, contrastPairs, ingredientsOf } from './contrastPairs.ts';
import type { BaseColour, ColourName, ContrastPair, Palette } from './contrastPairs.ts';
import { formatOklch } from './oklch.ts';
import type { Oklch } from './oklch.ts';
import { paper } from './paper.ts';
import { parseColour } from './parseColour.ts';
import type { BaseTokens } from './tokens.ts';

/**
 * The same tokens with every pair of `contrastPairs` readable: where one is not, lightness moves, hue and as much chroma as
 * the screen shows stay. What passes is returned as it was written; `brand` is never touched. A colour that `parseColour`
 * cannot read (a named one, say) becomes Paper's.
 */
export function repairTokens(tokens: BaseTokens): BaseTokens {
  const readable = { ...tokens, ...unreadableAsPaper(tokens) };
  let palette = paletteOf(readable);
  const written: Partial<Record<BaseColour, string>> = {};
  const extreme = bestOn(palette.canvas);
  for (const { name, pairs } of STEPS) {
    const margin = (candidate: Oklch): number => marginOf(name, candidate, pairs, palette, extreme);
    if (margin(palette[name]) >= 0) continue;
    const moved = moveLightness(palette[name], margin);
    palette = { ...palette, [name]: moved };
    written[name] = formatOklch(moved);
  }
  return { ...readable, ...written };
}

/** Each colour is moved against those before it: grounds come first, and `accentInk` before the accent under it. */
const STEPS: readonly { readonly name: BaseColour; readonly pairs: readonly ContrastPair[] }[] = colourTokens
  .filter((name) => name !== 'brand')
  .map((name) => ({ name, pairs: contrastPairs.filter(({ front, ground }) => isLast(name, front, ground)) }));

/**
 * What black (or white) must have on a ground, so that text at 7:1 and its mixes at 4.5:1 exist at all: soft ink, 70 % of
 * white on a black canvas, reads on a bubble of this lightness just so.
 */
const GROUND_CONTRAST = 12.6;
const BLACK: Oklch = { lightness: 0, chroma: 0, hue: 0 };
const WHITE: Oklch = { lightness: 1, chroma: 0, hue: 0 };

function marginOf(
  name: BaseColour,
  candidate: Oklch,
  pairs: readonly ContrastPair[],
  before: Palette,
  extreme: Oklch,
): number {
  if (name === 'canvas' || name === 'bubbleOther') return contrastRatio(candidate, extreme) - GROUND_CONTRAST;
  if (name === 'accentInk') return contrastRatio(candidate, bestOn(candidate)) - GROUND_CONTRAST;
  const palette = { ...before, [name]: candidate };
  const margins = pairs.map(({ front, ground, least }) => {
    const [one, two] = [colourIn(palette, front), colourIn(palette, ground)];
    return one && two ? contrastRatio(one, two) - least : -Infinity;
  });
  return Math.min(...margins);
}

/** Whether `name` is the last of a pair's ingredients to be settled. `brand` stands from the start. */
function isLast(name: BaseColour, front: ColourName, ground: ColourName): boolean {
  const places = [...ingredientsOf(front), ...ingredientsOf(ground)]
    .filter((part) => part !== 'brand')
    .map((part) => colourTokens.indexOf(part));
  return Math.max(...places) === colourTokens.indexOf(name);
}

function bestOn(ground: Oklch): Oklch {
  return contrastRatio(ground, BLACK) >= contrastRatio(ground, WHITE) ? BLACK : WHITE;
}

function paletteOf(tokens: BaseTokens): Palette {
  const colour = (name: BaseColour): Oklch => parseColour(tokens[name]) ?? BLACK;
  return {
    canvas: colour('canvas'),
    bubbleOther: colour('bubbleOther'),
    ink: colour('ink'),
    accentInk: colour('accentInk'),
    accent: colour('accent'),
    accentText: colour('accentText'),
    danger: colour('danger'),
    success: colour('success'),
    brand: colour('brand'),
    brandInk: colour('brandInk'),
  };
}

function unreadableAsPaper(tokens: BaseTokens): Partial<BaseTokens> {
  return Object.fromEntries(
    colourTokens.flatMap((name) => (parseColour(tokens[name]) ? [] : [[name, paper.light[name]] as const])),
  );
}
