/** The making of a theme from one colour, in a chunk of its own: most sites that set none do not load it. */
export { themeFromBrand } from '../theme/index.ts';
