export { clay } from './clay.ts';
export { createConstructedSheet } from './constructedSheet.ts';
export type { ComponentSheet, ConstructedSheet } from './constructedSheet.ts';
export {
  BODY_CONTRAST,
  ICON_CONTRAST,
  META_CONTRAST,
  contrastRatio,
  moveLightness,
  moveUntilReadable,
} from './contrast.ts';
export { colourTokens, contrastPairs, contrastVerdicts, readColour } from './contrastPairs.ts';
export type { ColourName, ContrastPair, ContrastVerdict } from './contrastPairs.ts';
export { createTheme } from './createTheme.ts';
export type { ThemeRecipe } from './createTheme.ts';
export { colourMixes, derivedTokens } from './derivedTokens.ts';
export { fjord } from './fjord.ts';
export { breathe, fade, land, rise, travel } from './motion.ts';
export { fitToScreen, formatOklch, fromLinearRgb, mixColours, toLinearRgb } from './oklch.ts';
export type { LinearRgb, Oklch } from './oklch.ts';
export { night, nightTokens, paper } from './paper.ts';
export { parseColour } from './parseColour.ts';
export { repairTokens } from './repairTokens.ts';
export { signal } from './signal.ts';
export { terminal } from './terminal.ts';
export type { ColorScheme, Contrast, Theme } from './theme.ts';
export { themeFromBrand } from './themeFromBrand.ts';
export { themes } from './themes.ts';
export { ThemeRoot, tokenStyle } from './ThemeRoot.tsx';
export type { ThemeRootProps } from './ThemeRoot.tsx';
export { token, tokenName } from './tokens.ts';
export type { BaseTokens, TokenName } from './tokens.ts';
export { writeThemeCode, writeThemeCss } from './writeTheme.ts';
