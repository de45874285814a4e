import type { FunctionComponent, ReactNode } from 'react';

/** What may stand between `${` and `}` of a style. */
export type Part = unknown;

/** A motion: its name stands in the style, its rule goes into the sheet when a style that names it does. */
export interface Keyframes {
  readonly name: string;
  readonly group: number;
  readonly rule: string;
}

/** An element's name, or a component that takes a `className`. */
export type Tag = string | FunctionComponent<Record<string, unknown>>;

/** What every styled component takes; the rest goes to its element. */
export interface StyledProps {
  readonly as?: Tag;
  readonly className?: string;
  readonly children?: ReactNode;
  readonly [name: string]: unknown;
}

/**
 * A style as plain text: functions are asked with the properties, components become their selector, motions their name
 * (`onMotion` hears of each), and what is nothing becomes nothing.
 */
export function flatten(part: Part, props: object, onMotion: (motion: Keyframes) => void): string {
  if (Array.isArray(part)) return part.map((each: Part) => flatten(each, props, onMotion)).join('');
  if (isStyled(part)) return part.selector;
  if (typeof part === 'function') return flatten(Reflect.apply(part, undefined, [props]), props, onMotion);
  if (isMotion(part)) {
    onMotion(part);
    return part.name;
  }
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}

/** Whether the properties have a say in a style: one that they have none in is the same at each drawing. */
export function asks(part: Part): boolean {
  return Array.isArray(part) ? part.some(asks) : typeof part === 'function' && !isStyled(part);
}

function isStyled(part: Part): part is { readonly selector: string } {
  return (typeof part === 'function' || (typeof part === 'object' && part !== null)) && 'selector' in part;
}

function isMotion(part: Part): part is Keyframes {
  return typeof part === 'object' && part !== null && 'rule' in part;
}
