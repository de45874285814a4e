import { useCallback, useEffect, useState } from 'react';
import type { Collection } from '../data/adminClient.ts';
import { faultCode } from '../data/deskFault.ts';
import type { DeskFaultCode } from '../data/deskFault.ts';

/** The records of a collection, loaded at once and again on request. */
export function useCollection<Item, Input>(
  collection: Pick<Collection<Item, Input>, 'list'>,
  onFault?: (code: DeskFaultCode) => void,
): LoadedCollection<Item> {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [status, setStatus] = useState<LoadedCollection<Item>['status']>('loading');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    collection.list().then(
      (found) => {
        if (isGone) return;
        setItems(found);
        setStatus('loaded');
      },
      (fault: unknown) => {
        if (isGone) return;
        setStatus('failed');
        onFault?.(faultCode(fault));
      },
    );
    return () => {
      isGone = true;
    };
  }, [collection, onFault, turn]);
  const reload = useCallback((): void => {
    setStatus('loading');
    setTurn((before) => before + 1);
  }, []);
  return { items, status, reload };
}

/** What `useCollection` gives. */
export interface LoadedCollection<Item> {
  /** Those of the last good answer. */
  readonly items: readonly Item[];
  readonly status: 'loading' | 'loaded' | 'failed';
  readonly reload: () => void;
}
