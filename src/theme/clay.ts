import { nightTokens, paper } from './paper.ts';
import type { Theme } from './theme.ts';

const HEADING =
  "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Charter, 'Noto Serif', 'Liberation Serif', Georgia, serif";

/** Warm and generous: terracotta on linen, round corners, headings with serifs, an unhurried pace. */
export const clay: Theme = {
  name: 'Clay',
  light: {
    ...paper.light,
    canvas: 'oklch(0.98 0.013 78)',
    ink: 'oklch(0.27 0.03 45)',
    accent: 'oklch(0.44 0.11 38)',
    accentInk: 'oklch(0.985 0.012 78)',
    accentText: 'oklch(0.44 0.11 38)',
    brand: '#832',
    brandInk: 'oklch(0.985 0.012 78)',
    bubbleOther: 'oklch(0.937 0.024 74)',
    danger: 'oklch(0.47 0.17 18)',
    success: 'oklch(0.45 0.1 140)',
    radius: '24px',
    density: '1.06',
    fontHeading: HEADING,
    shade: '1.1',
    pace: '1.15',
  },
  dark: {
    ...nightTokens,
    canvas: 'oklch(0.205 0.018 48)',
    ink: 'oklch(0.93 0.015 78)',
    accent: 'oklch(0.45 0.095 38)',
    accentInk: 'oklch(0.985 0.012 78)',
    accentText: 'oklch(0.81 0.095 48)',
    brand: '#832',
    brandInk: 'oklch(0.985 0.012 78)',
    bubbleOther: 'oklch(0.285 0.022 48)',
  },
};
