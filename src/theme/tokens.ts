/** Name of a token in code: what a theme sets, or what `derivedTokens` makes of it. `tokenName` has its name in CSS. */
export type TokenName =
  | keyof BaseTokens
  | 'surface'
  | 'inkSoft'
  | 'hairline'
  | 'outline'
  | 'hover'
  | 'press'
  | 'accentSoft'
  | 'accentHover'
  | 'dangerSoft'
  | 'shadowFrame'
  | 'shadowPopover'
  | 'radiusFrame'
  | 'radiusBubble'
  | 'radiusCard'
  | 'radiusControl'
  | 'radiusInner'
  | 'space1'
  | 'space2'
  | 'space3'
  | 'space4'
  | 'space5'
  | 'space6'
  | 'space7'
  | 'weightBody'
  | 'weightMedium'
  | 'weightStrong'
  | 'textBody'
  | 'textInput'
  | 'textMeta'
  | 'textTime'
  | 'textTitle'
  | 'quick'
  | 'calm'
  | 'target';

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

/** The name of a token in CSS: `tokenName('inkSoft')` is `--cq-ink-soft`. */
export function tokenName(name: TokenName): `--cq-${string}` {
  return nameInCss(name);
}

/** The value of a token in a style: `token('inkSoft')` is `var(--cq-ink-soft)`. */
export function token(name: TokenName): string {
  return `var(${tokenName(name)})`;
}

/** What a set of tokens says, by the names in CSS; what is undefined says nothing. */
export function tokenEntries(tokens: Partial<Record<TokenName, string>>): (readonly [string, string])[] {
  return Object.entries(tokens).flatMap(([name, value]) =>
    typeof value === 'string' ? [[nameInCss(name), value] as const] : [],
  );
}

/** The same as declarations of a style. */
export function declareTokens(tokens: Partial<Record<TokenName, string>>): string {
  return tokenEntries(tokens)
    .map((entry) => `${entry.join(':')};`)
    .join('');
}

function nameInCss(name: string): `--cq-${string}` {
  return `--cq-${name.replace(/[A-Z\d]/g, (part) => `-${part.toLowerCase()}`)}`;
}
