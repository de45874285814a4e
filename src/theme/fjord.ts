import { SYSTEM_FONT, nightTokens, paper } from './paper.ts';
import type { Theme } from './theme.ts';

const FONT = `'Avenir Next', 'Segoe UI Variable Text', Inter, ${SYSTEM_FONT}`;

/** Cool and airy: thin lines, small radii, water and slate. */
export const fjord: Theme = {
  name: 'Fjord',
  light: {
    ...paper.light,
    canvas: 'oklch(0.988 0.005 225)',
    ink: 'oklch(0.28 0.03 240)',
    accent: 'oklch(0.42 0.08 228)',
    accentInk: 'oklch(0.99 0.004 225)',
    accentText: 'oklch(0.42 0.08 228)',
    brand: '#056',
    brandInk: 'oklch(0.99 0.004 225)',
    bubbleOther: 'oklch(0.952 0.012 225)',
    radius: '9px',
    density: '1.1',
    font: FONT,
    fontHeading: FONT,
    shade: '0.7',
    weight: '-30',
    edge: '0.9',
  },
  dark: {
    ...nightTokens,
    canvas: 'oklch(0.2 0.02 235)',
    ink: 'oklch(0.93 0.01 225)',
    accent: 'oklch(0.44 0.075 228)',
    accentInk: 'oklch(0.985 0.006 225)',
    accentText: 'oklch(0.82 0.075 222)',
    brand: '#056',
    brandInk: 'oklch(0.99 0.004 225)',
    bubbleOther: 'oklch(0.28 0.024 235)',
  },
};
