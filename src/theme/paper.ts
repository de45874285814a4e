import type { Theme } from './theme.ts';
import type { BaseTokens } from './tokens.ts';

/** Each system's own face by name; `system-ui` last, since some Linux set-ups answer it with a face for terminals. */
export const SYSTEM_FONT =
  "-apple-system, 'Segoe UI Variable Text', 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif";

/** Night's own colours: Paper after dark. Canvas with a hint of the accent's hue, bubbles lighter than the canvas. */
export const nightTokens = {
  canvas: 'oklch(0.19 0.014 262)',
  ink: 'oklch(0.93 0.006 85)',
  accent: 'oklch(0.44 0.1 262)',
  accentInk: 'oklch(0.98 0.006 262)',
  accentText: 'oklch(0.79 0.09 262)',
  brand: 'oklch(0.44 0.1 262)',
  brandInk: 'oklch(0.98 0.006 262)',
  bubbleOther: 'oklch(0.275 0.016 262)',
  danger: 'oklch(0.74 0.13 25)',
  success: 'oklch(0.76 0.11 155)',
  shade: '2.6',
} as const satisfies Partial<BaseTokens>;

/** The default: warm white, ink, a deep blue of one's own. */
export const paper: Theme = {
  name: 'Paper',
  light: {
    canvas: 'oklch(0.988 0.005 85)',
    ink: 'oklch(0.25 0.014 60)',
    accent: 'oklch(0.41 0.125 262)',
    accentInk: 'oklch(0.988 0.005 85)',
    accentText: 'oklch(0.41 0.125 262)',
    brand: 'oklch(0.41 0.125 262)',
    brandInk: 'oklch(0.988 0.005 85)',
    bubbleOther: 'oklch(0.947 0.009 80)',
    danger: 'oklch(0.49 0.17 27)',
    success: 'oklch(0.47 0.11 155)',
    radius: '18px',
    density: '1',
    font: SYSTEM_FONT,
    fontHeading: SYSTEM_FONT,
    fontScale: '1',
    shade: '1',
    weight: '0',
    edge: '1',
    pace: '1',
  },
  dark: nightTokens,
};

/** Paper's dark twin, dark whatever the system says. */
export const night: Theme = { name: 'Night', light: { ...paper.light, ...nightTokens }, dark: {} };
