import { fitToScreen, toLinearRgb } from './oklch.ts';
import type { Oklch } from './oklch.ts';

/** Least contrast of body text by default (WCAG 2.2, 1.4.6, level AAA). */
export const BODY_CONTRAST = 7;
/** Least contrast of any other text (WCAG 2.2, 1.4.3, level AA). */
export const META_CONTRAST = 4.5;

/** Least contrast of an icon or another shape that carries meaning (WCAG 2.2, 1.4.11, level AA). */
export const ICON_CONTRAST = 3;

/** WCAG 2.2 contrast ratio of two opaque colours, 1 to 21. */
export function contrastRatio(first: Oklch, second: Oklch): number {
  const one = luminance(first);
  const two = luminance(second);
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/**
 * Moves the lightness of `colour`, keeping hue and as much chroma as the screen shows, until it reads on every ground.
 * `needs` pairs a ground with its least ratio. Of the lighter and the darker answer the nearer one wins;
 * if neither passes, the one that comes closest.
 */
export function moveUntilReadable(
  colour: Oklch,
  needs: readonly (readonly [ground: Oklch, ratio: number])[],
): Oklch {
  return moveLightness(colour, (moved) =>
    Math.min(...needs.map(([ground, ratio]) => contrastRatio(moved, ground) - ratio)),
  );
}

/** As `moveUntilReadable`, by any measure: `margin` says by how much a candidate passes, negative where it does not. */
export function moveLightness(colour: Oklch, margin: (candidate: Oklch) => number): Oklch {
  let best = colour;
  let bestMargin = -Infinity;
  for (let step = 0; step <= 100; step++) {
    for (const lightness of [colour.lightness - step / 100, colour.lightness + step / 100]) {
      if (lightness < 0 || lightness > 1) continue;
      const moved = fitToScreen({ ...colour, lightness });
      const reached = margin(moved);
      if (reached >= 0) return moved;
      if (reached > bestMargin) [best, bestMargin] = [moved, reached];
    }
  }
  return best;
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = toLinearRgb(fitToScreen(colour)).map((channel) =>
    Math.min(1, Math.max(0, channel)),
  );
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
