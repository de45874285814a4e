import { paper } from './paper.ts';
import { repairTokens } from './repairTokens.ts';
import type { Theme } from './theme.ts';
import { darkOf, planFromBrand } from './themeFromBrand.ts';
import type { BaseTokens } from './tokens.ts';

/**
 * A theme of one's own from as little as a colour or a radius: what is not said comes from `base`, and contrast that does
 * not suffice is repaired, in light and dark (`repairTokens`). Colours are `#rgb`, `#rrggbb`, `rgb()`, `hsl()` or `oklch()`.
 */
export function createTheme({ name, base = paper, brand, light = {}, dark = {} }: ThemeRecipe): Theme {
  const accent = brand ?? light.accent;
  const plan = (accent === undefined ? undefined : planFromBrand(accent, base)) ?? {
    light: base.light,
    dark: { ...base.light, ...base.dark },
  };
  const day = repairTokens({ ...plan.light, ...light });
  const night = repairTokens({ ...plan.dark, ...shapesOf(light), ...dark });
  return { name, light: day, dark: darkOf(day, night) };
}

/** See `createTheme`. */
export type ThemeRecipe = {
  readonly name: string;
  /** Default Paper. */
  readonly base?: Theme | undefined;
  /** One colour that becomes the accent of light and dark; the launcher keeps it exactly. */
  readonly brand?: string | undefined;
  /** Tokens of one's own. What is no colour goes for the dark too; so does the accent. */
  readonly light?: Partial<BaseTokens> | undefined;
  /** What the dark sets differently. */
  readonly dark?: Partial<BaseTokens> | undefined;
};

const SHAPES = [
  'radius',
  'density',
  'font',
  'fontHeading',
  'fontScale',
  'weight',
  'edge',
  'pace',
] as const satisfies readonly (keyof BaseTokens)[];

function shapesOf(tokens: Partial<BaseTokens>): Partial<BaseTokens> {
  return Object.fromEntries(
    SHAPES.flatMap((name) => (tokens[name] === undefined ? [] : [[name, tokens[name]] as const])),
  );
}
