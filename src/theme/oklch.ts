/** A colour in OKLCH: lightness 0 to 1, chroma from 0 (about 0.37 is the most a screen shows), hue in degrees. */
export type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number };

/** Linear-light sRGB, each channel 0 to 1; outside that range the screen cannot show it. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** OKLCH to linear sRGB, unclipped. Matrices: Björn Ottosson, "A perceptual color space for image processing". */
export function toLinearRgb(colour: Oklch): LinearRgb {
  const [a, b] = toAb(colour);
  const l = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (colour.lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Linear sRGB to OKLCH. A grey has chroma 0 and hue 0. */
export function fromLinearRgb([red, green, blue]: LinearRgb): Oklch {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return fromLab(
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  );
}

/** The same lightness and hue with as much chroma as sRGB can show. */
export function fitToScreen(colour: Oklch): Oklch {
  let low = 0;
  let high = colour.chroma;
  if (isShowable(colour)) return colour;
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (isShowable({ ...colour, chroma: middle })) low = middle;
    else high = middle;
  }
  return { ...colour, chroma: low };
}

/** As CSS `color-mix(in oklab, first share%, second)`; `share` from 0 to 1 is the first colour's part. */
export function mixColours(first: Oklch, second: Oklch, share: number): Oklch {
  const [a1, b1] = toAb(first);
  const [a2, b2] = toAb(second);
  const blend = (one: number, two: number): number => one * share + two * (1 - share);
  return fromLab(blend(first.lightness, second.lightness), blend(a1, a2), blend(b1, b2));
}

/** CSS text of the colour, rounded to what an eye can tell apart. */
export function formatOklch({ lightness, chroma, hue }: Oklch): string {
  return `oklch(${round(lightness, 4)} ${round(chroma, 4)} ${round(hue, 2)})`;
}

function isShowable(colour: Oklch): boolean {
  return toLinearRgb(colour).every((channel) => channel > -0.0005 && channel < 1.0005);
}

function toAb({ chroma, hue }: Oklch): readonly [a: number, b: number] {
  const radians = (hue * Math.PI) / 180;
  return [chroma * Math.cos(radians), chroma * Math.sin(radians)];
}

function fromLab(lightness: number, a: number, b: number): Oklch {
  const chroma = Math.hypot(a, b);
  if (chroma < 0.00005) return { lightness, chroma: 0, hue: 0 };
  return { lightness, chroma, hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
