import { useLayoutEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { VList } from 'virtua';
import type { VListHandle } from 'virtua';
import { bareReact, BareRow } from './bareReact.tsx';
import type { BareListProps } from './bareReact.tsx';

const getScroller = (): Element | null => document.querySelector('[data-virtua]');

/** virtua with bare rows: a window of rows and nothing else. */
export default bareReact(VirtuaList, getScroller);

function VirtuaList({ messages, isPrepend }: BareListProps): ReactElement {
  const list = useRef<VListHandle>(null);
  useLayoutEffect(() => {
    if (!isPrepend) list.current?.scrollToIndex(messages.length - 1, { align: 'end' });
  }, [messages, isPrepend]);
  return (
    <VList ref={list} data={messages} shift={isPrepend} data-virtua style={{ flex: 1, minBlockSize: 0 }}>
      {(message) => <BareRow key={message.id} message={message} />}
    </VList>
  );
}
