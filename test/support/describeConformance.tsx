import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { createRef } from 'react';
import type { ComponentType, CSSProperties, ReactElement, ReactNode, RefAttributes } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { WordsProvider } from '../../src/components/index.ts';
import { ThemeRoot } from '../../src/theme/index.ts';

/** What every component takes besides its own. */
interface RootProps {
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly id?: string | undefined;
}

/** Puts a component on the theme and into a language, as an app would. */
export function Stage({ children }: { children: ReactNode }): ReactElement {
  return (
    <ThemeRoot colorScheme="light">
      <WordsProvider timeZone="UTC">{children}</WordsProvider>
    </ThemeRoot>
  );
}

/**
 * The rules for all components: the rest of the properties, `className`, `style` and `ref` reach one root element, and
 * axe-core finds nothing wrong.
 * @param wrap puts the component where it may stand, an `li` into a `ul` say.
 */
export function describeConformance<const Props extends object>(
  name: string,
  Component: ComponentType<Props & RootProps & RefAttributes<never>>,
  props: Props,
  wrap: (element: ReactElement) => ReactElement = (element) => element,
): void {
  describe(`${name} keeps the rules`, () => {
    afterEach(cleanup);

    test('its root takes the rest of the properties, className and style', () => {
      const more = { id: 'root', className: 'mine', style: { outlineOffset: '7px' }, 'data-mark': 'x' };
      const { container } = render(<Stage>{wrap(<Component {...props} {...more} />)}</Stage>);
      const root = container.querySelector<HTMLElement>('#root');
      expect(root?.classList.contains('mine')).toBe(true);
      expect(root?.dataset['mark']).toBe('x');
      expect(root?.style.outlineOffset).toBe('7px');
    });

    test('its ref is that root', () => {
      const ref = createRef<never>();
      const { container } = render(<Stage>{wrap(<Component {...props} id="root" ref={ref} />)}</Stage>);
      expect(container.querySelector('#root')).not.toBeNull();
      expect(ref.current).toBe(container.querySelector('#root'));
    });

    test('axe-core finds nothing wrong', async () => {
      const { container } = render(<Stage>{wrap(<Component {...props} />)}</Stage>);
      expect(await violations(container)).toEqual([]);
    });
  });
}

/** What axe-core finds in a part of a page, one line each. Rules about whole pages are left to the journeys. */
export async function violations(container: Element): Promise<string[]> {
  const found = await axe.run(container, {
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
