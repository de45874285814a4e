import { describe, expect, test } from 'vitest';
import { colourMixes } from '../../src/theme/derivedTokens.ts';
import {
  BODY_CONTRAST,
  META_CONTRAST,
  contrastRatio,
  mixColours,
  night,
  paper,
  parseColour,
  themeFromBrand,
} from '../../src/theme/index.ts';
import type { BaseTokens, Oklch, Theme } from '../../src/theme/index.ts';

type ColourName =
  | 'canvas'
  | 'ink'
  | 'accent'
  | 'accentInk'
  | 'accentText'
  | 'brand'
  | 'brandInk'
  | 'bubbleOther'
  | 'danger'
  | 'success';

function read(tokens: BaseTokens, name: ColourName): Oklch {
  const colour = parseColour(tokens[name]);
  if (!colour) throw new Error(`${name} is not a colour: ${tokens[name]}`);
  return colour;
}

function mixed(tokens: BaseTokens, name: keyof typeof colourMixes): Oklch {
  const [first, share, second] = colourMixes[name];
  return mixColours(read(tokens, first), read(tokens, second), share / 100);
}

function faults(tokens: BaseTokens): string[] {
  const pairs: readonly (readonly [string, Oklch, Oklch, number])[] = [
    ['ink on canvas', read(tokens, 'ink'), read(tokens, 'canvas'), BODY_CONTRAST],
    ["ink on the other side's bubble", read(tokens, 'ink'), read(tokens, 'bubbleOther'), BODY_CONTRAST],
    ['accent ink on accent', read(tokens, 'accentInk'), read(tokens, 'accent'), BODY_CONTRAST],
    ['accent text on canvas', read(tokens, 'accentText'), read(tokens, 'canvas'), BODY_CONTRAST],
    ['accent text on bubble', read(tokens, 'accentText'), read(tokens, 'bubbleOther'), META_CONTRAST],
    ['accent text on its tint', read(tokens, 'accentText'), mixed(tokens, 'accentSoft'), META_CONTRAST],
    ['accent ink on hovered accent', read(tokens, 'accentInk'), mixed(tokens, 'accentHover'), META_CONTRAST],
    ['soft accent ink on accent', mixed(tokens, 'accentInkSoft'), read(tokens, 'accent'), META_CONTRAST],
    ['soft ink on canvas', mixed(tokens, 'inkSoft'), read(tokens, 'canvas'), META_CONTRAST],
    ['soft ink on bubble', mixed(tokens, 'inkSoft'), read(tokens, 'bubbleOther'), META_CONTRAST],
    ['danger on canvas', read(tokens, 'danger'), read(tokens, 'canvas'), META_CONTRAST],
    ['danger on its tint', read(tokens, 'danger'), mixed(tokens, 'dangerSoft'), META_CONTRAST],
    ['success on canvas', read(tokens, 'success'), read(tokens, 'canvas'), META_CONTRAST],
    ['icon on brand', read(tokens, 'brandInk'), read(tokens, 'brand'), 3],
  ];
  return pairs
    .filter(([, first, second, least]) => contrastRatio(first, second) < least - 0.01)
    .map(([name, first, second, least]) => `${name}: ${contrastRatio(first, second).toFixed(2)} < ${least}`);
}

const twins = (theme: Theme): readonly BaseTokens[] => [theme.light, { ...theme.light, ...theme.dark }];

describe('finished themes', () => {
  test.each([paper, night])('$name reads in light and dark', (theme) => {
    expect(twins(theme).flatMap(faults)).toEqual([]);
  });
});

describe('a theme from a brand colour', () => {
  const brands = [
    '#000',
    '#fff',
    '#777777',
    '#ff0000',
    '#00ff00',
    '#0000ff',
    '#ffe600',
    '#e60f0f',
    '#1a73e8',
    '#ff5a1f',
    '#00a19a',
  ];

  test.each(brands)('%s gives text that reads everywhere, in light and dark', (brand) => {
    expect(twins(themeFromBrand(brand)).flatMap(faults)).toEqual([]);
  });

  test('any colour of a coarse walk through the cube passes', () => {
    const steps = [0, 51, 102, 153, 204, 255];
    const bad = steps.flatMap((red) =>
      steps.flatMap((green) =>
        steps.flatMap((blue) => {
          const brand = `rgb(${red} ${green} ${blue})`;
          return twins(themeFromBrand(brand))
            .flatMap(faults)
            .map((fault) => `${brand} ${fault}`);
        }),
      ),
    );
    expect(bad).toEqual([]);
  });

  test('the launcher keeps the exact colour', () => {
    const theme = themeFromBrand('#ff5a1f');
    expect(theme.light.brand).toBe('#ff5a1f');
    expect(theme.dark.brand).toBe('#ff5a1f');
  });

  test('a colour that passes already is not moved', () => {
    const accent = parseColour(themeFromBrand('#123a7a').light.accent);
    expect(accent?.lightness).toBeCloseTo(parseColour('#123a7a')?.lightness ?? 0, 3);
  });

  test('a colour nobody can read gives the base theme', () => {
    expect(themeFromBrand('rebecca blue')).toBe(paper);
  });
});
