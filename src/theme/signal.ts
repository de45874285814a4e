import { paper } from './paper.ts';
import type { Theme } from './theme.ts';

/** For those who need to see it: black, white and one colour, heavy type, lines instead of shadows. */
export const signal: Theme = {
  name: 'Signal',
  light: {
    ...paper.light,
    canvas: 'oklch(1 0 0)',
    ink: 'oklch(0 0 0)',
    accent: 'oklch(0.37 0.2 264)',
    accentInk: 'oklch(1 0 0)',
    accentText: 'oklch(0.37 0.2 264)',
    brand: '#00a',
    brandInk: 'oklch(1 0 0)',
    bubbleOther: 'oklch(0.935 0 0)',
    danger: 'oklch(0.42 0.17 27)',
    success: 'oklch(0.4 0.11 150)',
    radius: '10px',
    shade: '0',
    weight: '110',
    edge: '7',
    pace: '0.6',
  },
  dark: {
    canvas: 'oklch(0 0 0)',
    ink: 'oklch(1 0 0)',
    accent: 'oklch(0.9 0.18 102)',
    accentInk: 'oklch(0 0 0)',
    accentText: 'oklch(0.9 0.18 102)',
    brand: '#00a',
    brandInk: 'oklch(1 0 0)',
    bubbleOther: 'oklch(0.26 0 0)',
    danger: 'oklch(0.8 0.13 25)',
    success: 'oklch(0.85 0.16 150)',
  },
};
