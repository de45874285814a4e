import { forwardRef } from 'react';
import type {
  ForwardedRef,
  ForwardRefExoticComponent,
  PropsWithoutRef,
  ReactElement,
  RefAttributes,
} from 'react';

/**
 * A component whose `ref` is its root element, in React 18 and 19 alike. The one place that knows `forwardRef`,
 * so that one day it can go.
 */
export function withRef<Element, Props>(
  name: string,
  render: (props: Props, ref: ForwardedRef<Element>) => ReactElement | null,
): RefComponent<Element, Props> {
  // React hands over `Props` without a `ref`; none of ours has one to lose.
  const component = forwardRef<Element, Props>((props, ref) => render(withoutRef(props), ref));
  component.displayName = name;
  return component;
}

/** A component with a `ref` to its root element. */
export type RefComponent<Element, Props> = ForwardRefExoticComponent<
  PropsWithoutRef<Props> & RefAttributes<Element>
>;

function withoutRef<Props>(props: PropsWithoutRef<Props>): Props;
function withoutRef(props: unknown): unknown {
  return props;
}
