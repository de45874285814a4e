import type { Theme } from './theme.ts';
import { paper } from './paper.ts';
import { tokenName } from './tokens.ts';
import type { BaseTokens } from './tokens.ts';

/**
 * A theme as a style sheet of a page: it wins over the theme of every `ThemeRoot` that `selector` meets, in light, in dark
 * and wherever `auto` follows the reader's system. Works in the page; a shadow root takes the typed theme instead.
 */
export function writeThemeCss({ light, dark }: Theme, selector = '[data-colloquy-theme]'): string {
  const rule = (scheme: string, tokens: Partial<BaseTokens>, indent: string): string =>
    `${indent}${selector}${scheme} {\n${lines(tokens, `${indent}  `)}\n${indent}}\n`;
  if (Object.keys(dark).length === 0) return rule('', light, '');
  return [
    rule('', light, ''),
    rule("[data-color-scheme='dark']", dark, ''),
    `@media (prefers-color-scheme: dark) {\n${rule("[data-color-scheme='auto']", dark, '  ')}}\n`,
  ].join('\n');
}

/** A theme as TypeScript, to be kept in the site's own source. */
export function writeThemeCode(theme: Theme): string {
  const name = theme.name.replace(/[^\p{L}\p{N}]+(\p{L})?/gu, (_, letter: string = '') =>
    letter.toUpperCase(),
  );
  const identifier = /^\p{L}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : 'ownTheme';
  const text = JSON.stringify(theme, null, 2).replace(/^(\s*)"(\w+)":/gm, '$1$2:');
  return `import type { Theme } from 'colloquy/theme';\n\nexport const ${identifier}: Theme = ${text};\n`;
}

function lines(tokens: Partial<BaseTokens>, indent: string): string {
  return Object.entries(tokens)
    .flatMap(([name, value]) => (isBaseToken(name) ? [`${indent}${tokenName(name)}: ${value};`] : []))
    .join('\n');
}

function isBaseToken(name: string): name is keyof BaseTokens {
  return name in paper.light;
}
