import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Brand, the icon on it and the focus ring: those of Paper by day and by night (a test holds them against the theme,
 * whose other tokens would make the loader larger).
 */
export const LAUNCHER_COLOURS: Readonly<Record<'light' | 'dark', readonly [string, string, string]>> = {
  light: ['oklch(0.41 0.125 262)', 'oklch(0.988 0.005 85)', 'oklch(0.41 0.125 262)'],
  dark: ['oklch(0.44 0.1 262)', 'oklch(0.98 0.006 262)', 'oklch(0.79 0.09 262)'],
};

/** The brand of each other finished theme, the same by day and by night. */
export const LAUNCHER_BRANDS: Readonly<Record<string, string>> = {
  fjord: '#056',
  clay: '#832',
  signal: '#00a',
  terminal: '#142',
};

/** Above this relative luminance (WCAG 2) dark reads better on a colour than white does. */
const CARRIES_DARK = 0.36;

/** The style rules that give the launcher its colours, for light, dark or whatever the reader's system says. */
export function launcherColours({ theme, colorScheme, texts }: WidgetConfig): string {
  const colour = texts['brand'] ?? LAUNCHER_BRANDS[theme] ?? theme;
  const own = CSS.supports('color', colour) ? rule([colour, inkOn(colour), colour]) : undefined;
  const light = own ?? rule(LAUNCHER_COLOURS[theme === 'night' ? 'dark' : 'light']);
  const dark = own ?? rule(LAUNCHER_COLOURS.dark);
  if (colorScheme !== 'auto') return colorScheme === 'dark' ? dark : light;
  return `${light}@media (prefers-color-scheme:dark){${dark}}`;
}

function rule([brand, ink, ring]: readonly [string, string, string]): string {
  return `:host{--launcher:${brand};--launcher-ink:${ink};--launcher-ring:${ring}}`;
}

/** Dark or white, by the luminance that the browser itself works out, whatever notation the colour was written in. */
function inkOn(colour: string): string {
  const channel = `clamp(.01,(${CARRIES_DARK} - .2126*r - .7152*g - .0722*b)*999,1)`;
  return `color(from ${colour} srgb-linear ${channel} ${channel} ${channel})`;
}
