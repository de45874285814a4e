import { Component, createElement, options, render } from 'preact';
import type { ComponentChild, ComponentType, VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reactProps } from './reactProps.ts';

/**
 * What stands behind the names `react` and `react-dom` in the widget's bundle: the part of them that our components use,
 * over Preact's core. Preact's own compatibility layer does the same and much more, in three times the size.
 */
export * from 'preact/hooks';
export {
  cloneElement,
  Component,
  createContext,
  createElement,
  createRef,
  Fragment,
  isValidElement,
} from 'preact';
export { Fragment as StrictMode } from 'preact';

/** Lets a function component hand its `ref` on, which in Preact is a property like others. */
export function forwardRef(draw: (props: object, ref: unknown) => ComponentChild): ComponentType {
  return (props: { readonly ref?: unknown }) => {
    const { ref, ...rest } = props;
    return draw(rest, ref ?? null);
  };
}

/** Draws again only where a property has changed. */
export function memo(inner: ComponentType): ComponentType {
  return class Memo extends Component {
    override shouldComponentUpdate(next: object): boolean {
      return differs(this.props, next);
    }
    override render(): VNode {
      return createElement(inner, this.props);
    }
  };
}

/** The value of a store outside; draws again when it changes. */
export function useSyncExternalStore<Value>(
  subscribe: (onChange: () => void) => () => void,
  read: () => Value,
): Value {
  const value = read();
  const [, redraw] = useState({});
  const drawn = useRef({ value, read });
  useLayoutEffect(() => {
    // oxlint-disable-next-line react/immutability -- a ref is there to be written after drawing
    drawn.current = { value, read };
    if (!Object.is(value, read())) redraw({});
  }, [value, read]);
  useEffect(() => {
    const check = (): void => {
      if (!Object.is(drawn.current.value, drawn.current.read())) redraw({});
    };
    check();
    return subscribe(check);
  }, [subscribe]);
  return value;
}

/** What `change` changes is on the page when this returns. */
export function flushSync(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  change();
  if (debounceRendering) options.debounceRendering = debounceRendering;
  else delete options.debounceRendering;
}

/** A tree in an element. */
export function createRoot(element: Element): { render(tree: ComponentChild): void; unmount(): void } {
  return {
    render: (tree) => render(tree, element),
    unmount: () => atOnce(() => render(null, element)),
  };
}

/** Preact leaves the end of effects to the next frame, which a hidden page does not have: a listener would stay that long. */
function atOnce(change: () => void): void {
  const { requestAnimationFrame: before } = options;
  let flush: (() => void) | undefined;
  options.requestAnimationFrame = (run) => (flush = run);
  change();
  if (before) options.requestAnimationFrame = before;
  else delete options.requestAnimationFrame;
  flush?.();
}

/** What zustand takes from the default export; what it tells of to React's tools ends here. */
export default { useSyncExternalStore, useCallback, useRef, useDebugValue: () => undefined };

options.vnode = (vnode: VNode) => {
  if (typeof vnode.type === 'string') Object.assign(vnode, { props: reactProps(vnode.props) });
};
options.event = (event: Event) => Object.assign(event, { nativeEvent: event });

function differs(one: object, other: object): boolean {
  const [before, after] = [new Map(Object.entries(one)), Object.entries(other)];
  return before.size !== after.length || after.some(([name, value]) => before.get(name) !== value);
}
