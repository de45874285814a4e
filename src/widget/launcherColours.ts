import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Brand, the icon on it and the focus ring: those of Paper by day and by night (a test holds them against the theme,
 * whose other tokens would make the loader larger).
 */
export const LAUNCHER_COLOURS: Readonly<Record<'light' | 'dark', readonly [string, string, string]>> = {
  light: ['oklch(0.41 0.125 262)', 'oklch(0.988 0.005 85)', 'oklch(0.41 0.125 262)'],
  dark: ['oklch(0.44 0.1 262)', 'oklch(0.98 0.006 262)', 'oklch(0.79 0.09 262)'],
};

/** Above this relative luminance (WCAG 2) dark reads better on a colour than white does. */
const CARRIES_DARK = 0.36;

/** The style rules that give the launcher its colours, for light, dark or whatever the reader's system says. */
export function launcherColours({ theme, colorScheme }: WidgetConfig): string {
  const own = CSS.supports('color', theme) ? rule([theme, inkOn(theme), theme]) : undefined;
  const light = own ?? rule(LAUNCHER_COLOURS[theme === 'night' ? 'dark' : 'light']);
  const dark = own ?? rule(LAUNCHER_COLOURS.dark);
  if (colorScheme !== 'auto') return colorScheme === 'dark' ? dark : light;
  return `${light}@media (prefers-color-scheme:dark){${dark}}`;
}

function rule([brand, ink, ring]: readonly [string, string, string]): string {
  return `:host{--launcher:${brand};--launcher-ink:${ink};--launcher-ring:${ring}}`;
}

/** The browser reads the colour for us: one pixel of it, whatever notation it was written in. */
function inkOn(colour: string): string {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!brush) return '#fff';
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > CARRIES_DARK ? '#1d1a17' : '#fff';
}

function linear(channel: number): number {
  return (channel / 255) ** 2.2;
}
