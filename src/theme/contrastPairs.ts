import { BODY_CONTRAST, ICON_CONTRAST, META_CONTRAST, contrastRatio } from './contrast.ts';
import { colourMixes } from './derivedTokens.ts';
import { mixColours } from './oklch.ts';
import type { Oklch } from './oklch.ts';
import { parseColour } from './parseColour.ts';
import type { BaseTokens } from './tokens.ts';

/** Every base token that is a colour. */
export const colourTokens = [
  'canvas',
  'bubbleOther',
  'ink',
  'accentInk',
  'accent',
  'accentText',
  'danger',
  'success',
  'brand',
  'brandInk',
] as const satisfies readonly (keyof BaseTokens)[];

/** A base colour, or one that is mixed from two of them. */
export type ColourName = BaseColour | keyof typeof colourMixes;

/** A colour that stands on another one somewhere in the chat, and the least contrast it needs there (WCAG 2.2). */
export type ContrastPair = {
  readonly front: ColourName;
  readonly ground: ColourName;
  readonly least: number;
};

/** Every pair that the components draw: text at 7:1 or 4.5:1, icons at 3:1. */
export const contrastPairs: readonly ContrastPair[] = [
  pair('ink', 'canvas', BODY_CONTRAST),
  pair('ink', 'bubbleOther', BODY_CONTRAST),
  pair('ink', 'hover', META_CONTRAST),
  pair('ink', 'press', META_CONTRAST),
  pair('inkSoft', 'canvas', META_CONTRAST),
  pair('inkSoft', 'bubbleOther', META_CONTRAST),
  pair('inkSoft', 'hover', META_CONTRAST),
  pair('accentInk', 'accent', BODY_CONTRAST),
  pair('accentInk', 'accentHover', META_CONTRAST),
  pair('accentText', 'canvas', BODY_CONTRAST),
  pair('accentText', 'bubbleOther', META_CONTRAST),
  pair('accentText', 'accentSoft', META_CONTRAST),
  pair('accentText', 'hover', META_CONTRAST),
  pair('danger', 'canvas', META_CONTRAST),
  pair('danger', 'dangerSoft', META_CONTRAST),
  pair('success', 'canvas', META_CONTRAST),
  pair('brandInk', 'brand', ICON_CONTRAST),
];

/** What one pair comes to in one set of tokens. `ratio` is undefined where a colour cannot be read by `parseColour`. */
export type ContrastVerdict = ContrastPair & {
  readonly ratio: number | undefined;
  readonly passes: boolean;
};

/** Measures every pair, in the order of `contrastPairs`. */
export function contrastVerdicts(tokens: BaseTokens): readonly ContrastVerdict[] {
  return contrastPairs.map((each) => {
    const front = readColour(tokens, each.front);
    const ground = readColour(tokens, each.ground);
    const ratio = front && ground && contrastRatio(front, ground);
    return { ...each, ratio, passes: ratio !== undefined && ratio >= each.least - ROUNDING };
  });
}

/** The colour of a token, mixed as the style sheet mixes it; undefined where `parseColour` cannot read it. */
export function readColour(tokens: BaseTokens, name: ColourName): Oklch | undefined {
  const palette = Object.fromEntries(
    ingredientsOf(name).flatMap((each) => {
      const colour = parseColour(tokens[each]);
      return colour ? [[each, colour] as const] : [];
    }),
  );
  return colourIn(palette, name);
}

/** The same over colours that have been read already. */
export function colourIn(palette: Partial<Palette>, name: ColourName): Oklch | undefined {
  if (!isMix(name)) return palette[name];
  const [first, share, second] = colourMixes[name];
  const [one, two] = [colourIn(palette, first), colourIn(palette, second)];
  return one && two && mixColours(one, two, share / 100);
}

/** The base colours of a theme, read. */
export type Palette = Readonly<Record<BaseColour, Oklch>>;

/** A base token that is a colour. */
export type BaseColour = (typeof colourTokens)[number];

/** The base colours that a colour is made of: itself, or the two it is mixed from. */
export function ingredientsOf(name: ColourName): readonly BaseColour[] {
  if (!isMix(name)) return [name];
  const [first, , second] = colourMixes[name];
  return [...ingredientsOf(first), ...ingredientsOf(second)];
}

/** Colours are written with four digits: so much of a ratio may get lost on the way. */
const ROUNDING = 0.01;

function pair(front: ColourName, ground: ColourName, least: number): ContrastPair {
  return { front, ground, least };
}

function isMix(name: ColourName): name is keyof typeof colourMixes {
  return name in colourMixes;
}
