import { createContext, createElement, forwardRef, useContext } from 'react';
import type { ForwardRefExoticComponent, ReactElement, ReactNode } from 'react';
import { createConstructedSheet } from './styledSheet.ts';
import type { Sheet } from './styledSheet.ts';
import { asks, flatten } from './styledText.ts';
import type { Keyframes, Part, StyledProps, Tag } from './styledText.ts';

let count = 0;
const SheetContext = createContext<Sheet | undefined>(undefined);
/** For whatever stands in no `StyleSheetManager`. Made when the first rule comes. */
let documentSheet: Sheet | undefined;

/**
 * What stands behind the name `styled-components` in the widget's bundle: the part of it that our components use, in a
 * twentieth of its size. Nested rules go to the browser as they are written (CSS nesting, Baseline widely available since
 * June 2026), so no preprocessor is carried along. The component suite runs on it as it does on the library itself.
 */
export const styled: unknown = new Proxy(styledOf, { get: (_, tag) => styledOf(String(tag)) });

/** Style text with its interpolations, for use inside another one. */
export function css(texts: TemplateStringsArray, ...values: readonly Part[]): Part {
  return texts.map((text, index) => [text, values[index]]);
}

/** A motion with a name of its own. */
export function keyframes(texts: TemplateStringsArray, ...values: readonly Part[]): Keyframes {
  const name = `cq-k${++count}`;
  return {
    name,
    group: count,
    rule: `@keyframes ${name}{${flatten(css(texts, ...values), {}, () => undefined)}}`,
  };
}

/** Sends the rules of everything below it into `sheet`; without one they go into the document's. */
export function StyleSheetManager({ sheet, children }: StyleSheetManagerProps): ReactElement {
  return createElement(SheetContext.Provider, { value: sheet }, children);
}

/** Properties of `StyleSheetManager`. */
export interface StyleSheetManagerProps {
  readonly sheet: Sheet;
  readonly children?: ReactNode;
}

type Maker = (texts: TemplateStringsArray, ...values: readonly Part[]) => StyledComponent;
type StyledComponent = ForwardRefExoticComponent<StyledProps>;

function styledOf(tag: Tag): Maker {
  return (texts, ...values) => {
    const group = ++count;
    const className = `cq-${group}`;
    const style = css(texts, ...values);
    const classIn = createLook(group, className, style);
    const component = forwardRef<unknown, StyledProps>((given, ref) => {
      const props: StyledProps = given;
      const sheet = useContext(SheetContext) ?? (documentSheet ??= createConstructedSheet(document).sheet);
      const own = classIn(sheet, props);
      const rest: Record<string, unknown> = {
        ...passedOn(props),
        ref,
        className: props.className ? `${props.className} ${own}` : own,
      };
      // oxlint-disable-next-line react/refs -- handed on, not read
      return createElement(props.as ?? tag, rest);
    });
    return Object.assign(component, { selector: `.${className}` });
  };
}

/** Puts a style into a sheet, for these properties; gives its classes. */
function createLook(group: number, className: string, style: Part): (sheet: Sheet, props: object) => string {
  const variants = new Map<string, string>();
  const isFixed = !asks(style);
  return (sheet, props) => {
    if (isFixed && sheet.has(className)) return className;
    const text = flatten(style, props, ({ group, name, rule }) => sheet.insert(group, name, rule));
    // The first look has the component's own class; looks that differ by properties get one each beside it.
    const variant = variants.get(text) ?? (variants.size === 0 ? className : `${className}-${variants.size}`);
    variants.set(text, variant);
    sheet.insert(group, variant, `.${variant}{${text}}`);
    return variant === className ? variant : `${className} ${variant}`;
  };
}

/** Properties of style alone (`$name`) and `as` end here. */
function passedOn(props: StyledProps): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name !== 'as' && !name.startsWith('$')));
}
