import { useLayoutEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { BARE_CLASSES } from './bareRow.ts';
import { bareReact, BareRow } from './bareReact.tsx';
import type { BareListProps } from './bareReact.tsx';

const getScroller = (): Element | null => document.querySelector(`.${BARE_CLASSES.scroller}`);

/** Every row in the document, drawn by React and memoised. */
export default bareReact(PlainList, getScroller);

function PlainList({ messages, isPrepend }: BareListProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const first = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const topOf = (one: Element | null): number => one?.getBoundingClientRect().top ?? 0;
    if (!isPrepend) element.scrollTop = 1e9;
    // Elsewhere the browser keeps the place by itself.
    else if (element.scrollTop === 0) element.scrollTop = topOf(first.current) - topOf(element);
    first.current = element.firstElementChild;
  }, [messages, isPrepend]);
  return (
    <div className={BARE_CLASSES.scroller} ref={scroller}>
      {messages.map((message) => (
        <BareRow key={message.id} message={message} />
      ))}
    </div>
  );
}
