import { forwardRef } from 'react';
import type { CSSProperties, HTMLAttributes, ReactElement } from 'react';
import { css, styled } from 'styled-components';
import { derivedTokens } from './derivedTokens.ts';
import { paper } from './paper.ts';
import type { ColorScheme, Contrast, Theme } from './theme.ts';
import { declareTokens, token, tokenEntries, tokenName } from './tokens.ts';
import type { BaseTokens } from './tokens.ts';

/**
 * The element that writes every token; all components below it read them. Works in a page and in a shadow root.
 * Tokens given in `tokens` win over the theme's, in light and dark alike; so does any rule of the page that sets one on
 * `[data-colloquy-theme]`, since a theme has no specificity of its own. Roots stand in one another: each is a world alone.
 */
export const ThemeRoot = forwardRef<HTMLDivElement, ThemeRootProps>(function ThemeRoot(
  { theme = paper, colorScheme = 'auto', contrast = 'auto', tokens, style, ...rest },
  ref,
): ReactElement {
  return (
    <Root
      ref={ref}
      data-colloquy-theme={theme.name}
      data-color-scheme={colorScheme}
      data-contrast={contrast}
      style={tokens ? { ...tokenStyle(tokens), ...style } : style}
      $theme={theme}
      {...rest}
    />
  );
});

/** Properties of `ThemeRoot`; the rest goes to its `div`. */
export interface ThemeRootProps extends HTMLAttributes<HTMLDivElement> {
  /** Default Paper. */
  readonly theme?: Theme | undefined;
  /** Default `auto`. */
  readonly colorScheme?: ColorScheme | undefined;
  /** Default `auto`. */
  readonly contrast?: Contrast | undefined;
  /** Single tokens that differ from the theme's. */
  readonly tokens?: Partial<BaseTokens> | undefined;
}

/** Base tokens as inline style, for an element that re-sets a few of them. */
export function tokenStyle(tokens: Partial<BaseTokens>): CSSProperties {
  return Object.fromEntries(tokenEntries(tokens));
}

const moreContrast = css`
  ${tokenName('inkSoft')}: ${token('ink')};
  ${tokenName('hairline')}: color-mix(in oklab, ${token('ink')} 60%, ${token('canvas')});
  ${tokenName('outline')}: ${token('ink')};
`;

const ground = css`
  box-sizing: border-box;
  color: ${token('ink')};
  font-family: ${token('font')};
  font-size: ${token('textBody')};
  line-height: calc(22 / 15);
  font-weight: ${token('weightBody')};
  letter-spacing: normal;
  text-align: start;
  text-transform: none;
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  -webkit-tap-highlight-color: transparent;

  & *,
  & *::before,
  & *::after {
    box-sizing: border-box;
  }
  /* As heavy as what a page says of its elements, and later: its classes still win, in cards of its own too. */
  :where(&) :is(article, section, header, form, h2, p, li, time, button, input, textarea) {
    margin: 0;
    box-shadow: none;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    text-transform: inherit;
  }
  :where(&) :is(article, section) {
    padding: 0;
    background: none;
  }
  :where(&) :where(:focus-visible) {
    outline: 2px solid ${token('accentText')};
    outline-offset: 2px;
  }
  :where(&) :where(svg[data-mirror]:dir(rtl)) {
    transform: scaleX(-1);
  }
  @media (pointer: coarse) {
    ${tokenName('target')}: 44px;
  }
  @media (prefers-contrast: more) {
    ${moreContrast}
  }
  &[data-contrast='more'] {
    ${moreContrast}
  }
  @media (prefers-reduced-motion: reduce) {
    ${tokenName('quick')}: 0ms;
    ${tokenName('calm')}: 0ms;
    && *,
    && *::before,
    && *::after {
      animation: none;
      transition: none;
      scroll-behavior: auto;
    }
  }
  @media (forced-colors: active) {
    ${tokenName('hairline')}: CanvasText;
    ${tokenName('outline')}: CanvasText;
    ${tokenName('inkSoft')}: CanvasText;
  }
`;

const Root = styled.div<{ $theme: Theme }>`
  color-scheme: light;
  :where(&) {
    ${({ $theme }) => declareTokens($theme.light)}
    ${derivedTokens()}
  }
  &[data-color-scheme='dark'] {
    color-scheme: dark;
  }
  :where(&[data-color-scheme='dark']) {
    ${({ $theme }) => declareTokens($theme.dark)}
  }
  @media (prefers-color-scheme: dark) {
    &[data-color-scheme='auto'] {
      color-scheme: dark;
    }
    :where(&[data-color-scheme='auto']) {
      ${({ $theme }) => declareTokens($theme.dark)}
    }
  }
  ${ground}
`;
