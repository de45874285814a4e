import { memo, useLayoutEffect, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BARE_CLASSES, clockTime, knownSize, showBareStyles } from './bareRow.ts';
import type { BenchMessage } from './benchMessages.ts';
import type { Subject } from './subject.ts';

/** A React list as a subject: bare rows and a plain field, one render per change. */
export function bareReact(List: ComponentType<BareListProps>, getScroller: () => Element | null): Subject {
  let container: HTMLElement | undefined;
  let change = (_: Change): void => undefined;
  const View = ({ first }: { first: readonly BenchMessage[] }): ReactElement => {
    const [shown, setShown] = useState<BareListProps>({ messages: first, isPrepend: false });
    useLayoutEffect(() => {
      change = (next) => setShown(({ messages }) => next(messages));
    }, []);
    return (
      <div className={BARE_CLASSES.root}>
        <List {...shown} />
        <Field />
      </div>
    );
  };
  return {
    mount(element, messages): void {
      showBareStyles();
      container = element;
      createRoot(element).render(<View first={messages} />);
    },
    append: (message) => change((messages) => ({ messages: [...messages, message], isPrepend: false })),
    prepend: (older) =>
      flushSync(() => change((messages) => ({ messages: [...older, ...messages], isPrepend: true }))),
    getScroller,
    getComposer: () => container?.querySelector('textarea') ?? null,
  };
}

/** What the list shows, and whether what is new stands before the rest. */
export interface BareListProps {
  readonly messages: readonly BenchMessage[];
  readonly isPrepend: boolean;
}

type Change = (messages: readonly BenchMessage[]) => BareListProps;

/** A bubble with its time. */
export const BareRow = memo(function BareRow({ message }: { message: BenchMessage }): ReactElement {
  return (
    <div className={`${BARE_CLASSES.row} ${message.dir}`}>
      <div className={BARE_CLASSES.bubble}>
        {message.media && <img alt="" src={message.media.url} {...knownSize(message.media)} />}
        <div>{message.text}</div>
        {message.quick?.map((words) => (
          <button type="button" key={words}>
            {words}
          </button>
        ))}
        <time>{clockTime(message.ts)}</time>
      </div>
    </div>
  );
});

const Field = memo(function Field(): ReactElement {
  const [text, setText] = useState('');
  return <textarea value={text} onChange={(event) => setText(event.target.value)} />;
});
