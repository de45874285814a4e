import { token, tokenName } from './tokens.ts';
import type { TokenName } from './tokens.ts';

/**
 * Every mixed colour as [first, share of the first in percent, second]. Named here once, so that the tests can
 * measure the very mixtures that the style sheet makes.
 */
export const colourMixes = {
  inkSoft: ['ink', 70, 'canvas'],
  hairline: ['ink', 12, 'canvas'],
  outline: ['ink', 30, 'canvas'],
  hover: ['ink', 6, 'canvas'],
  press: ['ink', 11, 'canvas'],
  accentSoft: ['accentText', 10, 'canvas'],
  accentHover: ['accent', 90, 'accentInk'],
  accentInkSoft: ['accentInk', 84, 'accent'],
  dangerSoft: ['danger', 8, 'canvas'],
} as const satisfies Partial<Record<TokenName, readonly [TokenName, number, TokenName]>>;

/** Sizes of the scale: spaces 2 4 8 12 16 24 32 px times density; text 15/16/13/12/17 px times the font scale. */
const SPACES_PX = [2, 4, 8, 12, 16, 24, 32] as const;
const TEXT_PX = [
  ['textBody', 15],
  ['textInput', 16],
  ['textMeta', 13],
  ['textTime', 12],
  ['textTitle', 17],
] as const;

const WEIGHTS = [
  ['weightBody', 400],
  ['weightMedium', 550],
  ['weightStrong', 650],
] as const;

/** The declarations that make all mixed tokens out of the base tokens of the same element. */
export function derivedTokens(): string {
  return [...colours(), ...shapes(), ...spaces(), ...texts(), ...motion()].join('');
}

function declare(name: TokenName, value: string): string {
  return `${tokenName(name)}:${value};`;
}

function colours(): string[] {
  const mixed = Object.entries(colourMixes).map(([name, [first, share, second]]) => {
    if (!isMix(name)) return '';
    // Lines are as strong as the theme wants them.
    const part = name.endsWith('line') ? `min(100%, ${share}% * ${token('edge')})` : `${share}%`;
    return declare(name, `color-mix(in oklab, ${token(first)} ${part}, ${token(second)})`);
  });
  // A shadow is the ink seen through; in the dark `shade` makes it black enough to be seen at all.
  const shadow = (percent: number): string =>
    `color-mix(in oklab, oklch(0.2 0.02 60) calc(${percent}% * ${token('shade')}), transparent)`;
  return [
    ...mixed,
    declare('surface', `color-mix(in oklab, ${token('canvas')} 55%, ${token('bubbleOther')})`),
    declare('shadowFrame', `0 0 0 1px ${shadow(6)}, 0 2px 6px ${shadow(5)}, 0 16px 48px ${shadow(16)}`),
    declare('shadowPopover', `0 0 0 1px ${shadow(6)}, 0 4px 16px ${shadow(14)}`),
  ];
}

function shapes(): string[] {
  const radius = token('radius');
  return [
    declare('radiusBubble', radius),
    declare('radiusFrame', `calc(${radius} * 20 / 18)`),
    declare('radiusCard', `calc(${radius} * 16 / 18)`),
    declare('radiusControl', `calc(${radius} * 12 / 18)`),
    declare('radiusInner', `calc(${radius} / 3)`),
    declare('target', '32px'),
  ];
}

function spaces(): string[] {
  return SPACES_PX.map((px, index) => `--cq-space-${index + 1}:calc(${px}px * ${token('density')});`);
}

function texts(): string[] {
  // Below 16 px in a field phones zoom in when one writes; below 12 px nobody reads.
  const sizes = TEXT_PX.map(([name, px]) =>
    declare(name, `max(${name === 'textInput' ? px : 12}px, ${px}px * ${token('fontScale')})`),
  );
  const weights = WEIGHTS.map(([name, weight]) => declare(name, `calc(${weight} + ${token('weight')})`));
  return [...sizes, ...weights];
}

function motion(): string[] {
  const pace = token('pace');
  return [declare('quick', `calc(120ms * ${pace})`), declare('calm', `calc(220ms * ${pace})`)];
}

function isMix(name: string): name is keyof typeof colourMixes {
  return name in colourMixes;
}
