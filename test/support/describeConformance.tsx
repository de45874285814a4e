import { cleanup, fireEvent, render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WordsProvider } from '../../src/components/index.ts';
import type { Change } from '../../src/components/index.ts';
import { ThemeRoot } from '../../src/theme/index.ts';
import { emulate } from './emulate.ts';
import { hydrateFromServer, IS_PREACT } from './hydrateFromServer.tsx';
import { edgeless, moving, smallTargets } from './reach.ts';
import { violations } from './violations.ts';

/** Where a component may stand, and what its root shows of its state. */
export interface Conformance<Props> {
  /** Puts the component where it may stand, an `li` into a `ul` say. */
  readonly wrap?: (element: ReactElement) => ReactElement;
  /** Properties that bring a state about, and the `data-*` attributes by which the root shows it. */
  /** What makes each change callback speak. */
  readonly changes?: readonly ChangeCase[];
  readonly states?: readonly (readonly [Partial<Props>, Readonly<Record<`data-${string}`, string>>])[];
}

/** What a person does with the root, and what the callback of this name then tells. */
export interface ChangeCase {
  readonly callback: `on${string}Change`;
  readonly act: (root: HTMLElement) => void;
  readonly value: unknown;
  readonly reason: string;
}

/** The reasons that the change callbacks of a component have told. Filled while the tests are collected. */
export const reasons = new Map<string, Set<string>>();

/** What the states of a component have shown: attribute to values. Filled while the tests are collected. */
export const shown = new Map<string, Map<string, Set<string>>>();

/** Puts a component on the theme and into a language, as an app would. */
export function Stage({ children }: { children: ReactNode }): ReactElement {
  return (
    <ThemeRoot colorScheme="light">
      <WordsProvider timeZone="UTC">{children}</WordsProvider>
    </ThemeRoot>
  );
}

/** Events that any root may be asked about, and the property that hears each. Focus is left out: not every root takes it. */
const EVENTS = {
  onClick: fireEvent.click,
  onKeyDown: fireEvent.keyDown,
  onPointerDown: fireEvent.pointerDown,
  onSubmit: fireEvent.submit,
  onDragOver: fireEvent.dragOver,
  onDrop: fireEvent.drop,
} as const;

/**
 * The rules for all components: the rest of the properties, `className`, `style`, handlers and `ref` reach one root element,
 * beside what it has of its own; its states are shown as `data-*`; StrictMode, the server and hydration have nothing to say
 * about it; axe-core finds nothing wrong; targets are large enough, forced colours and less motion are honoured.
 */
export function describeConformance<Props extends object>(
  name: string,
  Component: ComponentType<Props>,
  props: NoInfer<Props>,
  { wrap = (element) => element, states = [], changes = [] }: Conformance<NoInfer<Props>> = {},
): void {
  remember(name, states);
  for (const { callback, reason } of changes)
    reasons.set(`${name}.${callback}`, (reasons.get(`${name}.${callback}`) ?? new Set()).add(reason));
  const put = (more: object = {}): ReactElement => (
    <Stage>{wrap(<Component {...props} {...more} id="root" />)}</Stage>
  );
  const rootIn = (container: Element): HTMLElement | null => container.querySelector('#root');

  describe(`${name} keeps the rules`, () => {
    afterEach(async () => {
      cleanup();
      await emulate({});
    });

    test('its root takes the rest of the properties, and className and style beside its own', () => {
      const { container, rerender } = render(put());
      const own = rootIn(container);
      const ownClasses = [...(own?.classList ?? [])];
      const ownStyle = own?.style.cssText ?? '';
      const more = {
        className: 'mine',
        style: { outlineOffset: '7px' },
        'data-mark': 'x',
        'aria-flowto': 'y',
      };
      rerender(put(more));
      const root = rootIn(container);
      expect(root).toBe(own);
      expect([...(root?.classList ?? [])]).toEqual(expect.arrayContaining([...ownClasses, 'mine']));
      expect(root?.style.outlineOffset).toBe('7px');
      expect(root?.style.cssText).toContain(ownStyle);
      expect(root?.dataset['mark']).toBe('x');
      expect(root?.getAttribute('aria-flowto')).toBe('y');
    });

    test('its ref is that root, as an object and as a function', () => {
      const ref = createRef<Element>();
      const told: (Element | null)[] = [];
      const { container, rerender, unmount } = render(put({ ref }));
      expect(rootIn(container)).not.toBeNull();
      expect(ref.current).toBe(rootIn(container));
      rerender(put({ ref: (element: Element | null) => void told.push(element) }));
      expect(told.at(-1)).toBe(rootIn(container));
      unmount();
      expect(told.at(-1)).toBeNull();
    });

    test('handlers given to it are called, whatever it does itself', () => {
      const called: string[] = [];
      const handlers = Object.fromEntries(
        Object.keys(EVENTS).map((event) => [event, () => void called.push(event)]),
      );
      const { container } = render(put(handlers));
      const root = rootIn(container);
      if (!root) throw new Error('no root');
      for (const fire of Object.values(EVENTS)) fire(root, { dataTransfer: new DataTransfer() });
      expect(called).toEqual(Object.keys(EVENTS));
    });

    test.for(states)('its root shows its state: %j', ([state, attributes]) => {
      const { container } = render(put(state));
      const root = rootIn(container);
      const found = Object.keys(attributes).map((attribute) => [attribute, root?.getAttribute(attribute)]);
      expect(Object.fromEntries(found)).toEqual(attributes);
    });

    test.for(changes)(
      '$callback tells what it is now, and why: $reason',
      async ({ callback, act, value, reason }) => {
        const told = vi.fn<(value: unknown, change: Change<string>) => void>();
        const { container } = render(put({ [callback]: told }));
        const root = rootIn(container);
        if (!root) throw new Error('no root');
        act(root);
        await expect
          .poll(() => told.mock.calls.find(([, change]) => change.reason === reason)?.[0])
          .toEqual(value);
      },
    );

    test('under StrictMode nothing is said', () => {
      const { container, unmount } = render(<StrictMode>{put()}</StrictMode>);
      expect(rootIn(container)).not.toBeNull();
      unmount();
    });

    // The widget's runtime never runs on a server.
    test.skipIf(IS_PREACT)('what a server wrote is taken over without a word', async () => {
      const { container, complaints } = await hydrateFromServer(put());
      expect(rootIn(container)).not.toBeNull();
      expect(complaints).toEqual([]);
    });

    test('axe-core finds nothing wrong', async () => {
      const { container } = render(put());
      expect(await violations(container)).toEqual([]);
    });

    test('in every state its targets are at least 24 px either way', () => {
      const { container, rerender } = render(put());
      for (const [state] of [[{}], ...states]) {
        rerender(put(state));
        expect(smallTargets(container)).toEqual([]);
      }
    });

    test('in forced colours its buttons keep an edge, and with less motion nothing moves', async () => {
      await emulate({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
      const { container, rerender } = render(put());
      for (const [state] of [[{}], ...states]) {
        rerender(put(state));
        expect(edgeless(container)).toEqual([]);
        expect(moving(container)).toEqual([]);
      }
    });
  });
}

function remember(name: string, states: NonNullable<Conformance<object>['states']>): void {
  const attributes = new Map<string, Set<string>>();
  for (const [, shows] of states)
    for (const [attribute, value] of Object.entries(shows))
      attributes.set(attribute, (attributes.get(attribute) ?? new Set()).add(value));
  shown.set(name, attributes);
}
