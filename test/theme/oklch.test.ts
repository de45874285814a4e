import { describe, expect, test } from 'vitest';
import { contrastRatio, fitToScreen, formatOklch, parseColour, toLinearRgb } from '../../src/theme/index.ts';

const seen = (text: string) => {
  const colour = parseColour(text);
  if (!colour) throw new Error(`unreadable: ${text}`);
  return colour;
};

describe('colours', () => {
  test.each([
    ['#fff', 1, 0],
    ['#000000', 0, 0],
    ['#ff0000', 0.628, 0.2577],
    ['#0000ff', 0.452, 0.3132],
    ['rgb(0 255 0)', 0.8664, 0.2948],
    ['rgb(0%, 100%, 0%)', 0.8664, 0.2948],
    ['hsl(240 100% 50%)', 0.452, 0.3132],
    ['oklch(62.8% 0.2577 29.23)', 0.628, 0.2577],
  ])('%s has its published lightness and chroma', (text, lightness, chroma) => {
    expect(seen(text).lightness).toBeCloseTo(lightness, 3);
    expect(seen(text).chroma).toBeCloseTo(chroma, 3);
  });

  test.each(['', 'red', '#12', '#12345g', 'rgb(1 2)', 'oklch(a b c)', 'url(x)', 'var(--x)'])(
    '%s is refused',
    (text) => {
      expect(parseColour(text)).toBeUndefined();
    },
  );

  test('contrast agrees with the figures of WCAG', () => {
    expect(contrastRatio(seen('#000'), seen('#fff'))).toBeCloseTo(21, 1);
    expect(contrastRatio(seen('#767676'), seen('#fff'))).toBeCloseTo(4.54, 2);
  });

  test('a colour no screen can show loses chroma, not lightness or hue', () => {
    const fitted = fitToScreen({ lightness: 0.7, chroma: 0.4, hue: 150 });
    expect(fitted).toMatchObject({ lightness: 0.7, hue: 150 });
    expect(toLinearRgb(fitted).every((channel) => channel > -0.001 && channel < 1.001)).toBe(true);
  });

  test('a colour survives being written and read', () => {
    expect(formatOklch(seen(formatOklch(seen('#e4572e'))))).toBe(formatOklch(seen('#e4572e')));
  });
});
