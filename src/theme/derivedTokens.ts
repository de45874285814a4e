import { declareTokens, token } from './tokens.ts';
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
  dangerSoft: ['danger', 8, 'canvas'],
} as const satisfies Partial<Record<TokenName, readonly [TokenName, number, TokenName]>>;

/** The declarations that make all mixed tokens out of the base tokens of the same element. */
export function derivedTokens(): string {
  return declareTokens({ ...colours(), ...shapes(), ...texts(), ...motion() });
}

function colours(): Derived {
  const mixed = Object.entries(colourMixes).map(([name, [first, share, second]]) => {
    // Lines are as strong as the theme wants them.
    const part = name.endsWith('line') ? `min(100%, ${share}% * ${token('edge')})` : `${share}%`;
    return [name, `color-mix(in oklab, ${token(first)} ${part}, ${token(second)})`] as const;
  });
  // A shadow is the ink seen through; in the dark `shade` makes it black enough to be seen at all.
  const shadow = (percent: number): string =>
    `color-mix(in oklab, oklch(0.2 0.02 60) calc(${percent}% * ${token('shade')}), transparent)`;
  // Black on dark is no edge.
  const edge = `0 0 0 1px ${token('hairline')}`;
  return {
    ...Object.fromEntries(mixed),
    surface: `color-mix(in oklab, ${token('canvas')} 55%, ${token('bubbleOther')})`,
    shadowFrame: `${edge}, 0 2px 6px ${shadow(5)}, 0 16px 48px ${shadow(16)}`,
    shadowPopover: `${edge}, 0 4px 16px ${shadow(14)}`,
  };
}

function shapes(): Derived {
  const radius = token('radius');
  const space = (px: number): string => `calc(${px}px * ${token('density')})`;
  return {
    radiusBubble: radius,
    radiusFrame: `calc(${radius} * 20 / 18)`,
    radiusCard: `calc(${radius} * 16 / 18)`,
    radiusControl: `calc(${radius} * 12 / 18)`,
    radiusInner: `calc(${radius} / 3)`,
    target: '32px',
    space1: space(2),
    space2: space(4),
    space3: space(8),
    space4: space(12),
    space5: space(16),
    space6: space(24),
    space7: space(32),
  };
}

function texts(): Derived {
  // Below 12 px nobody reads; below 16 px in a field phones zoom in when one writes.
  const text = (px: number, least = 12): string => `max(${least}px, ${px}px * ${token('fontScale')})`;
  const weight = (base: number): string => `calc(${base} + ${token('weight')})`;
  return {
    textBody: text(15),
    textInput: text(16, 16),
    textMeta: text(13),
    textTime: text(12),
    textTitle: text(17),
    weightBody: weight(400),
    weightMedium: weight(550),
    weightStrong: weight(650),
  };
}

function motion(): Derived {
  const pace = token('pace');
  return { quick: `calc(120ms * ${pace})`, calm: `calc(220ms * ${pace})` };
}

type Derived = Partial<Record<TokenName, string>>;
