import { render } from '@testing-library/react';
import { StyleSheetManager, keyframes, styled } from 'styled-components';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ThemeRoot,
  createConstructedSheet,
  night,
  paper,
  themeFromBrand,
  token,
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

  test("a token of one's own wins over the theme", () => {
    const { container } = render(<ThemeRoot tokens={{ canvas: 'rgb(1, 2, 3)' }} />);
    expect(canvas(container.firstElementChild)).toBe('rgb(1, 2, 3)');
  });
});

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
