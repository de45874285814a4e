import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../src/lib/index.ts';
import {
  colourTokens,
  contrastVerdicts,
  createTheme,
  formatOklch,
  paper,
  parseColour,
  repairTokens,
  themeFromBrand,
  themes,
  tokenName,
  writeThemeCode,
  writeThemeCss,
} from '../../src/theme/index.ts';
import type { BaseTokens, Theme } from '../../src/theme/index.ts';

function faults(tokens: BaseTokens): string[] {
  return contrastVerdicts(tokens)
    .filter(({ passes }) => !passes)
    .map(({ front, ground, ratio, least }) => `${front} on ${ground}: ${ratio?.toFixed(2)} < ${least}`);
}

const twins = (theme: Theme): readonly BaseTokens[] => [theme.light, { ...theme.light, ...theme.dark }];

describe('finished themes', () => {
  test('there are six', () => {
    expect(Object.values(themes).map(({ name }) => name)).toEqual([
      ...['Paper', 'Night', 'Fjord', 'Clay', 'Signal', 'Terminal'],
    ]);
  });

  test.each(Object.values(themes))('$name reads in light and dark, without repair', (theme) => {
    expect(twins(theme).flatMap(faults)).toEqual([]);
    expect(twins(theme).map(repairTokens)).toEqual(twins(theme));
  });

  test.each(Object.values(themes))("$name's launcher looks the same by day and by night", (theme) => {
    if (theme === themes.paper) return;
    expect(theme.dark.brand ?? theme.light.brand).toBe(theme.light.brand);
  });
});

describe('any theme', () => {
  const random = createSeededRandom(20_260_726);
  const anyColour = (): string => {
    const channel = (): string =>
      Math.floor(random.next() * 256)
        .toString(16)
        .padStart(2, '0');
    return `#${channel()}${channel()}${channel()}`;
  };
  const anyColours = (): Partial<BaseTokens> =>
    Object.fromEntries(colourTokens.filter(() => random.next() < 0.8).map((name) => [name, anyColour()]));

  test('2,000 of them, made of colours at random, read everywhere in light and dark', () => {
    const bases = Object.values(themes);
    const bad = Array.from({ length: 2_000 }).flatMap((_, index) => {
      const base = bases[index % bases.length];
      const brand = index % 3 === 0 ? anyColour() : undefined;
      const theme = createTheme({ name: 'Any', base, brand, light: anyColours(), dark: anyColours() });
      return twins(theme).flatMap((tokens) => faults(tokens).map((fault) => `${index}: ${fault}`));
    });
    expect(bad).toEqual([]);
  }, 60_000);

  test('the colours that pass are left as they were written', () => {
    const theme = createTheme({ name: 'Own', light: { ink: '#222', danger: '#fdd' } });
    expect(theme.light.ink).toBe('#222');
    expect(theme.light.canvas).toBe(paper.light.canvas);
    expect(theme.light.danger).not.toBe('#fdd');
    expect(parseColour(theme.light.danger)?.hue).toBeCloseTo(parseColour('#fdd')?.hue ?? 0, 0);
  });

  test('a shape and an accent of the light go for the dark too', () => {
    const theme = createTheme({ name: 'Own', light: { radius: '4px', accent: '#7a1f5c' } });
    const [light, dark] = twins(theme);
    expect([light?.radius, dark?.radius]).toEqual(['4px', '4px']);
    expect(parseColour(dark?.accent ?? '')?.hue).toBeCloseTo(parseColour('#7a1f5c')?.hue ?? 0, 0);
    expect(dark?.canvas).not.toBe(light?.canvas);
  });

  test("a colour that nobody can read becomes Paper's", () => {
    expect(repairTokens({ ...paper.light, canvas: 'papayawhip' }).canvas).toBe(paper.light.canvas);
  });

  test('a colour unreadable to us has no ratio and does not pass', () => {
    const verdict = contrastVerdicts({ ...paper.light, ink: 'var(--x)' })[0];
    expect(verdict).toMatchObject({ front: 'ink', ground: 'canvas', ratio: undefined, passes: false });
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
    '#1a73e8',
    '#ff5a1f',
  ];

  test.each(brands)('%s gives text that reads everywhere, on every finished theme', (brand) => {
    const all = Object.values(themes).map((base) => themeFromBrand(brand, base));
    expect(all.flatMap(twins).flatMap(faults)).toEqual([]);
  });

  test('any colour of a coarse walk through the cube passes', () => {
    const steps = [0, 51, 102, 153, 204, 255];
    const brandsOfCube = steps.flatMap((red) =>
      steps.flatMap((green) => steps.map((blue) => `rgb(${red} ${green} ${blue})`)),
    );
    const bad = brandsOfCube.flatMap((brand) =>
      twins(themeFromBrand(brand))
        .flatMap(faults)
        .map((fault) => `${brand} ${fault}`),
    );
    expect(bad).toEqual([]);
  });

  test('the launcher keeps the exact colour', () => {
    const [light, dark] = twins(themeFromBrand('#ff5a1f'));
    expect([light?.brand, dark?.brand]).toEqual(['#ff5a1f', '#ff5a1f']);
  });

  test('a colour that passes already is not moved', () => {
    const accent = parseColour(themeFromBrand('#123a7a').light.accent);
    expect(accent?.lightness).toBeCloseTo(parseColour('#123a7a')?.lightness ?? 0, 3);
  });

  test('a colour nobody can read gives the base theme', () => {
    expect(themeFromBrand('rebecca blue')).toBe(paper);
  });
});

describe('a theme written down', () => {
  const own = createTheme({ name: 'Our shop', brand: '#7a1f5c', light: { radius: '4px' } });

  test('as a style sheet it sets every base token, and the dark ones where it is dark', () => {
    const css = writeThemeCss(own, '.shop [data-colloquy-theme]');
    const [light = '', dark = '', auto = ''] = css.split(/(?=^\.shop .*dark|^@media)/m);
    for (const name of ['canvas', 'accentInk', 'fontHeading', 'pace'] as const)
      expect(light).toContain(`${tokenName(name)}: ${own.light[name]};`);
    expect(light.match(/--cq-/g)).toHaveLength(Object.keys(paper.light).length);
    expect(light).toContain('--cq-radius: 4px;');
    expect(dark).toContain(`--cq-canvas: ${own.dark.canvas};`);
    expect(auto).toMatch(/^@media \(prefers-color-scheme: dark\)[^]*\[data-color-scheme='auto'\]/);
  });

  test('as code it is the theme again', () => {
    const code = writeThemeCode(own);
    expect(code).toMatch(
      /^import type \{ Theme \} from 'colloquy\/theme';\n\nexport const ourShop: Theme = \{/,
    );
    const literal = code.slice(code.indexOf('= ') + 2).replace(/;\n$/, '');
    expect(JSON.parse(literal.replace(/^(\s*)(\w+):/gm, '$1"$2":'))).toEqual(own);
    expect(writeThemeCode({ ...own, name: '42' })).toContain('const ownTheme: Theme');
  });
});

test('a colour written and read is a colour', () => {
  expect(parseColour(formatOklch({ lightness: 0.5, chroma: 0.1, hue: 200 }))?.hue).toBe(200);
});

test('a token has the name in CSS that pages know', () => {
  expect((['ink', 'accentHover', 'space1', 'radiusCard'] as const).map(tokenName)).toEqual([
    ...['--cq-ink', '--cq-accent-hover', '--cq-space-1', '--cq-radius-card'],
  ]);
});
