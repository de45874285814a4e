import { createSeededRandom } from '../../src/lib/random.ts';
import { colourTokens, contrastPairs, contrastVerdicts } from '../../src/theme/contrastPairs.ts';
import { createTheme } from '../../src/theme/createTheme.ts';
import { themes } from '../../src/theme/themes.ts';
import type { BaseTokens } from '../../src/theme/tokens.ts';

/** Themes of random colours, and how many pairs of colours in their light and their dark do not read. */
export function measureContrast(themesToTry: number, seed: number): ContrastFigures {
  const random = createSeededRandom(seed);
  const anyColour = (): string =>
    `#${Math.floor(random.next() * 0x1_000_000)
      .toString(16)
      .padStart(6, '0')}`;
  const anyColours = (): Partial<BaseTokens> =>
    Object.fromEntries(colourTokens.filter(() => random.next() < 0.8).map((name) => [name, anyColour()]));
  const bases = Object.values(themes);
  let failing = 0;
  for (let index = 0; index < themesToTry; index += 1) {
    const base = bases[index % bases.length];
    const brand = index % 3 === 0 ? anyColour() : undefined;
    const theme = createTheme({ name: 'Any', base, brand, light: anyColours(), dark: anyColours() });
    const verdicts = [theme.light, { ...theme.light, ...theme.dark }].flatMap(contrastVerdicts);
    failing += verdicts.filter(({ passes }) => !passes).length;
  }
  return { pairs: themesToTry * 2 * contrastPairs.length, failing };
}

/** See `measureContrast`. */
export interface ContrastFigures {
  readonly pairs: number;
  readonly failing: number;
}
