/**
 * The name of every CSS custom property, once. `base` is what a theme sets (and dark re-sets);
 * everything under `mixed` is made from it by `derivedTokens`.
 */
export const tokenNames = {
  canvas: '--cq-canvas',
  ink: '--cq-ink',
  accent: '--cq-accent',
  accentInk: '--cq-accent-ink',
  accentText: '--cq-accent-text',
  brand: '--cq-brand',
  brandInk: '--cq-brand-ink',
  bubbleOther: '--cq-bubble-other',
  danger: '--cq-danger',
  success: '--cq-success',
  radius: '--cq-radius',
  density: '--cq-density',
  font: '--cq-font',
  fontHeading: '--cq-font-heading',
  fontScale: '--cq-font-scale',
  shade: '--cq-shade',
  weight: '--cq-weight',
  edge: '--cq-edge',
  pace: '--cq-pace',

  surface: '--cq-surface',
  inkSoft: '--cq-ink-soft',
  hairline: '--cq-hairline',
  outline: '--cq-outline',
  hover: '--cq-hover',
  press: '--cq-press',
  accentSoft: '--cq-accent-soft',
  accentHover: '--cq-accent-hover',
  accentInkSoft: '--cq-accent-ink-soft',
  dangerSoft: '--cq-danger-soft',
  shadowFrame: '--cq-shadow-frame',
  shadowPopover: '--cq-shadow-popover',
  radiusFrame: '--cq-radius-frame',
  radiusBubble: '--cq-radius-bubble',
  radiusCard: '--cq-radius-card',
  radiusControl: '--cq-radius-control',
  radiusInner: '--cq-radius-inner',
  space1: '--cq-space-1',
  space2: '--cq-space-2',
  space3: '--cq-space-3',
  space4: '--cq-space-4',
  space5: '--cq-space-5',
  space6: '--cq-space-6',
  space7: '--cq-space-7',
  weightBody: '--cq-weight-body',
  weightMedium: '--cq-weight-medium',
  weightStrong: '--cq-weight-strong',
  textBody: '--cq-text-body',
  textInput: '--cq-text-input',
  textMeta: '--cq-text-meta',
  textTime: '--cq-text-time',
  textTitle: '--cq-text-title',
  quick: '--cq-quick',
  calm: '--cq-calm',
  target: '--cq-target',
} as const satisfies Record<string, `--cq-${string}`>;

/** Name of a token in code; `tokenNames` has its name in CSS. */
export type TokenName = keyof typeof tokenNames;

/** What a theme must say; every other value is mixed from these. Colours are any CSS colour. */
export type BaseTokens = {
  /** Ground of the whole widget. */
  readonly canvas: string;
  /** Body text on canvas and on the other side's bubbles: at least 7:1 on both. */
  readonly ink: string;
  /** The person's own bubbles and the one thing to do next. */
  readonly accent: string;
  /** Text on `accent`, at least 7:1. */
  readonly accentInk: string;
  /** The accent as text or icon on canvas, at least 7:1. */
  readonly accentText: string;
  /** The launcher: the exact brand colour. */
  readonly brand: string;
  /** The icon on `brand`, at least 3:1. */
  readonly brandInk: string;
  /** Ground of the other side's bubbles. */
  readonly bubbleOther: string;
  /** Trouble, as text on canvas: at least 4.5:1. */
  readonly danger: string;
  /** Success, as text on canvas: at least 4.5:1. */
  readonly success: string;
  /** Corner of a bubble, a CSS length; default 18px. Other corners follow it. */
  readonly radius: string;
  /** Factor on all spaces; 1 is the widget's, 0.85 the desk's. */
  readonly density: string;
  /** Font stack of everything. */
  readonly font: string;
  /** Font stack of titles. */
  readonly fontHeading: string;
  /** Factor on all text sizes; 1 to 2 are designed for. */
  readonly fontScale: string;
  /** Strength of the two shadows: 1 in the light, more in the dark. */
  readonly shade: string;
  /** Added to all font weights (400, 550, 650): 0 by default, -50 to 200. */
  readonly weight: string;
  /** Factor on the strength of lines: at 1 hairlines are 12 % ink and outlines 30 %, at 8 nearly all ink. */
  readonly edge: string;
  /** Factor on all durations; 0 is no motion at all. */
  readonly pace: string;
};

/** The value of a token in a style: `token('inkSoft')` is `var(--cq-ink-soft)`. */
export function token(name: TokenName): string {
  return `var(${tokenNames[name]})`;
}
