import { colourTokens, createTheme, repairTokens, themes } from '../../../src/theme/index.ts';
import type { BaseTokens, Theme } from '../../../src/theme/index.ts';

/** A theme while somebody works on it: both schemes whole. */
export interface Draft {
  readonly name: string;
  readonly light: BaseTokens;
  readonly dark: BaseTokens;
}

/** What one edits: the light or the dark. */
export type Scheme = 'light' | 'dark';

/** What one can do to a draft. */
export type DraftAction =
  | { readonly type: 'begin'; readonly from: keyof typeof themes }
  | { readonly type: 'brand'; readonly colour: string }
  | { readonly type: 'rename'; readonly name: string }
  | {
      readonly type: 'set';
      readonly scheme: Scheme;
      readonly token: keyof BaseTokens;
      readonly value: string;
    }
  | { readonly type: 'repair' };

/** Colours belong to one scheme, all else to both. */
export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'begin':
      return draftOf(themes[action.from]);
    case 'brand':
      return draftOf(createTheme({ name: draft.name, base: themeOf(draft), brand: action.colour }));
    case 'rename':
      return { ...draft, name: action.name };
    case 'repair':
      return { ...draft, light: repairTokens(draft.light), dark: repairTokens(draft.dark) };
    case 'set': {
      const set = (tokens: BaseTokens): BaseTokens => ({ ...tokens, [action.token]: action.value });
      if (!isColour(action.token)) return { ...draft, light: set(draft.light), dark: set(draft.dark) };
      return { ...draft, [action.scheme]: set(draft[action.scheme]) };
    }
  }
}

/** A finished theme as a draft. */
export function draftOf(theme: Theme): Draft {
  return { name: theme.name, light: theme.light, dark: { ...theme.light, ...theme.dark } };
}

/** The draft as a theme; the dark says only what differs. */
export function themeOf({ name, light, dark }: Draft): Theme {
  const before: Readonly<Record<string, string>> = light;
  const different = Object.entries(dark).filter(([token, value]) => before[token] !== value);
  return { name, light, dark: Object.fromEntries(different) };
}

function isColour(token: keyof BaseTokens): boolean {
  return colourTokens.some((name) => name === token);
}
