import { nightTokens, paper } from './paper.ts';
import type { Theme } from './theme.ts';

const MONO =
  "ui-monospace, 'Cascadia Code', 'JetBrains Mono', 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'Noto Sans Mono', monospace";

/** Dense and square, every letter as wide as the next; nothing moves. */
export const terminal: Theme = {
  name: 'Terminal',
  light: {
    ...paper.light,
    canvas: 'oklch(0.985 0.004 150)',
    ink: 'oklch(0.25 0.02 155)',
    accent: 'oklch(0.37 0.075 155)',
    accentInk: 'oklch(0.985 0.01 150)',
    accentText: 'oklch(0.37 0.075 155)',
    brand: '#142',
    brandInk: 'oklch(0.985 0.01 150)',
    bubbleOther: 'oklch(0.945 0.009 150)',
    radius: '0px',
    density: '0.84',
    font: MONO,
    fontHeading: MONO,
    fontScale: '0.93',
    shade: '0.5',
    edge: '1.6',
    pace: '0',
  },
  dark: {
    ...nightTokens,
    canvas: 'oklch(0.165 0.012 155)',
    ink: 'oklch(0.9 0.045 150)',
    accent: 'oklch(0.42 0.085 152)',
    accentInk: 'oklch(0.985 0.02 150)',
    accentText: 'oklch(0.85 0.14 150)',
    brand: '#142',
    brandInk: 'oklch(0.985 0.01 150)',
    bubbleOther: 'oklch(0.245 0.018 155)',
  },
};
