import { render } from '@testing-library/react';
import { StyleSheetManager, keyframes, styled } from 'styled-components';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ThemeRoot,
  clay,
  colourMixes,
  createConstructedSheet,
  createTheme,
  night,
  paper,
  readColour,
  signal,
  themeFromBrand,
  themes,
  token,
  writeThemeCss,
} from '../../src/theme/index.ts';

const turn = keyframes`to { opacity: 0.5; }`;
const Box = styled.div<{ $wide?: boolean }>`
  inline-size: ${({ $wide }) => ($wide ? '80px' : '40px')};
  color: ${token('accentText')};
  animation: ${turn} 1s;
`;
const Special = styled(Box)`
  inline-size: 60px;
`;

const styleOf = (element: Element | null | undefined): CSSStyleDeclaration => {
  if (!element) throw new Error('not there');
  return getComputedStyle(element);
};

describe('ThemeRoot', () => {
  const canvas = (element: Element | null): string => styleOf(element).getPropertyValue('--cq-canvas').trim();

  test('writes the tokens of the scheme asked for', () => {
    const { container, rerender } = render(<ThemeRoot colorScheme="light" />);
    expect(canvas(container.firstElementChild)).toBe(paper.light.canvas);
    rerender(<ThemeRoot colorScheme="dark" />);
    expect(canvas(container.firstElementChild)).toBe(paper.dark.canvas);
    rerender(<ThemeRoot colorScheme="light" theme={night} />);
    expect(canvas(container.firstElementChild)).toBe(night.light.canvas);
  });

  test('every mixed token resolves, for a brand too', () => {
    const { container } = render(
      <ThemeRoot colorScheme="dark" theme={themeFromBrand('#e60f0f')}>
        <div
          style={{ color: token('inkSoft'), borderRadius: token('radiusInner'), padding: token('space5') }}
        />
      </ThemeRoot>,
    );
    const style = styleOf(container.firstElementChild?.firstElementChild);
    expect(style.color).toMatch(/^oklab/);
    expect([style.borderTopLeftRadius, style.paddingTop]).toEqual(['6px', '16px']);
  });

  test.each(['shadowFrame', 'shadowPopover'] as const)(
    'in the dark, where black is no edge, %s draws a line',
    (shadow) => {
      const { container } = render(
        <ThemeRoot colorScheme="dark">
          <div style={{ color: token('hairline'), boxShadow: token(shadow) }} />
        </ThemeRoot>,
      );
      const { color, boxShadow } = styleOf(container.firstElementChild?.firstElementChild);
      expect(boxShadow.startsWith(`${color} 0px 0px 0px 1px`)).toBe(true);
    },
  );

  test("a token of one's own wins over the theme", () => {
    const { container } = render(<ThemeRoot tokens={{ canvas: 'rgb(1, 2, 3)' }} />);
    expect(canvas(container.firstElementChild)).toBe('rgb(1, 2, 3)');
  });
});

describe('several themes', () => {
  const colourOf = (element: Element | null | undefined): string => styleOf(element).backgroundColor;

  test('stand on one page and in one another, each a world alone', () => {
    const { container } = render(
      <ThemeRoot theme={signal} colorScheme="light" tokens={{ density: '2' }}>
        <p style={{ background: token('canvas'), padding: token('space1') }} />
        <ThemeRoot theme={clay} colorScheme="dark">
          <p style={{ background: token('canvas'), padding: token('space1') }} />
        </ThemeRoot>
      </ThemeRoot>,
    );
    const [outer, inner] = container.querySelectorAll('p');
    expect(colourOf(outer)).toBe('oklch(1 0 0)');
    expect(colourOf(inner)).toBe(clay.dark.canvas);
    expect([styleOf(outer).paddingTop, styleOf(inner).paddingTop]).toEqual(['4px', '2.12px']);
  });

  test('a rule of the page wins over the theme, a written theme does so whole', () => {
    const own = createTheme({ name: 'Own', brand: '#7a1f5c', light: { radius: '3px' } });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(writeThemeCss(own));
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    const { container, rerender } = render(<ThemeRoot colorScheme="light" />);
    const read = (name: string): string => styleOf(container.firstElementChild).getPropertyValue(name).trim();
    expect([read('--cq-accent'), read('--cq-radius')]).toEqual([own.light.accent, '3px']);
    rerender(<ThemeRoot colorScheme="dark" />);
    expect([read('--cq-canvas'), read('--cq-radius')]).toEqual([own.dark.canvas, '3px']);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  test('more contrast by choice leaves no soft ink', () => {
    const { container, rerender } = render(
      <ThemeRoot colorScheme="light">
        <p style={{ background: token('inkSoft') }} />
      </ThemeRoot>,
    );
    expect(colourOf(container.querySelector('p'))).not.toBe(paper.light.ink);
    rerender(
      <ThemeRoot colorScheme="light" contrast="more">
        <p style={{ background: token('inkSoft') }} />
      </ThemeRoot>,
    );
    expect(colourOf(container.querySelector('p'))).toBe(paper.light.ink);
  });

  test.each(Object.values(themes))(
    '$name draws the very mixtures that its contrast was measured on',
    (theme) => {
      const names = Object.keys(colourMixes).filter(isMix);
      for (const [colorScheme, tokens] of [
        ['light', theme.light],
        ['dark', { ...theme.light, ...theme.dark }],
      ] as const) {
        const { container, unmount } = render(
          <ThemeRoot theme={theme} colorScheme={colorScheme}>
            {names.map((name) => (
              <p key={name} style={{ background: token(name) }} />
            ))}
          </ThemeRoot>,
        );
        const drawn = [...container.querySelectorAll('p')].map((each) => lightnessOf(colourOf(each)));
        names.forEach((name, index) =>
          expect(drawn[index], `${name} ${colorScheme}`).toBeCloseTo(
            readColour(tokens, name)?.lightness ?? -1,
            2,
          ),
        );
        unmount();
      }
    },
  );
});

/** Of `oklab(L a b)`, which is how the browser tells a mixture. */
function lightnessOf(colour: string): number {
  return Number(/^oklab\(([\d.]+)/.exec(colour)?.[1]);
}

/** How strong lines are is the theme's to say (`edge`). */
function isMix(name: string): name is Exclude<keyof typeof colourMixes, 'hairline' | 'outline'> {
  return name in colourMixes && name !== 'hairline' && name !== 'outline';
}

describe('the constructed sheet', () => {
  let host: HTMLElement | undefined;
  afterEach(() => host?.remove());

  function mountInShadow(): { root: ShadowRoot; release: () => void } {
    host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'closed' });
    const { sheet, release } = createConstructedSheet(root);
    const target = root.appendChild(document.createElement('div'));
    render(
      <StyleSheetManager sheet={sheet}>
        <ThemeRoot colorScheme="light">
          <Special id="special" />
          <Box id="wide" $wide />
          <Box id="narrow" />
        </ThemeRoot>
      </StyleSheetManager>,
      { container: target, baseElement: target },
    );
    return { root, release };
  }

  test('styles a closed shadow root without any style element', () => {
    const before = document.querySelectorAll('style').length;
    const { root } = mountInShadow();
    expect(root.querySelectorAll('style')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(before);
    expect(styleOf(root.getElementById('wide')).inlineSize).toBe('80px');
    expect(styleOf(root.getElementById('narrow')).inlineSize).toBe('40px');
    expect(styleOf(root.getElementById('narrow')).animationName).not.toBe('none');
  });

  test('an extended component overrides what it extends, whichever came first', () => {
    const { root } = mountInShadow();
    expect(styleOf(root.getElementById('special')).inlineSize).toBe('60px');
  });

  test('is taken off again', () => {
    const { root, release } = mountInShadow();
    expect(root.adoptedStyleSheets).toHaveLength(1);
    release();
    expect(root.adoptedStyleSheets).toHaveLength(0);
  });
});
