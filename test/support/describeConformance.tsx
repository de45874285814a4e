import { render } from '@testing-library/react';
import axe from 'axe-core';
import { cloneElement, createRef, StrictMode } from 'react';
import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { ThemeRoot } from '../../src/theme/index.ts';

/**
 * What every component keeps: one root element that takes the ref, the rest of the props, a class and a style; quiet in
 * StrictMode; no fault that axe can see, light and dark. `wrap` puts providers around it where it needs some.
 */
export function describeConformance(
  name: string,
  element: ReactElement,
  options: ConformanceOptions = {},
): void {
  const { wrap = (inner) => inner, axe: withAxe = true } = options;

  describe(`${name} keeps the house rules`, () => {
    test('hands its root element to a ref', () => {
      const ref = createRef<Element>();
      render(wrap(cloneElement(element, Object.assign({ 'data-conformance': '' }, { ref }))));
      expect(ref.current).toBe(document.querySelector('[data-conformance]'));
      expect(ref.current).toBeInstanceOf(Element);
    });

    test('spreads the rest of its props on that one element, with class and style', () => {
      const given = { 'data-conformance': 'yes', className: 'of-the-host', style: { outlineOffset: '3px' } };
      render(wrap(cloneElement(element, given)));
      const found = [...document.querySelectorAll('[data-conformance=yes]')];
      expect(found).toHaveLength(1);
      expect(found[0]).toHaveClass('of-the-host');
      expect(found[0]).toHaveStyle({ outlineOffset: '3px' });
    });

    test('renders in StrictMode without a word on the console', () => {
      const { unmount } = render(<StrictMode>{wrap(element)}</StrictMode>);
      unmount();
    });

    test.runIf(withAxe).for(['light', 'dark'] as const)('passes axe in the %s scheme', async (scheme) => {
      const { container } = render(<ThemeRoot colorScheme={scheme}>{wrap(element)}</ThemeRoot>);
      expect(await findFaults(container)).toEqual([]);
    });
  });
}

/** Faults that axe sees below `container`, each `rule: markup`. Rules about whole pages are left out. */
export async function findFaults(container: Element): Promise<string[]> {
  const pageRules = ['region', 'page-has-heading-one', 'landmark-one-main'];
  const rules = Object.fromEntries(pageRules.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(container, { rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How the suite treats one component. */
export interface ConformanceOptions {
  /** Puts providers around the element. Default: none. */
  readonly wrap?: (element: ReactElement) => ReactElement;
  /** False for a part that means nothing alone, such as a list item. Default true. */
  readonly axe?: boolean;
}
