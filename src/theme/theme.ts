import type { BaseTokens } from './tokens.ts';

/** A finished theme: the light tokens whole, and the base tokens that the dark re-sets. */
export type Theme = {
  /** Shown to people who choose among themes. */
  readonly name: string;
  readonly light: BaseTokens;
  readonly dark: Partial<BaseTokens>;
};

/** `auto` follows the reader's system. */
export type ColorScheme = 'light' | 'dark' | 'auto';

/** `auto` follows the reader's system; `more` makes soft ink full ink and draws every line. */
export type Contrast = 'auto' | 'more';
