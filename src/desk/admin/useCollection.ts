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
  const [status, setStatus] = useState<'loading' | 'loaded' | 'failed'>('loading');
  const reload = useCallback(async (): Promise<void> => {
    setStatus('loading');
    try {
      setItems(await collection.list());
      setStatus('loaded');
    } catch (fault) {
      setStatus('failed');
      onFault?.(faultCode(fault));
    }
  }, [collection, onFault]);
  useEffect(() => void reload(), [reload]);
  return { items, status, reload };
}

/** What `useCollection` gives. */
export interface LoadedCollection<Item> {
  /** Those of the last good answer. */
  readonly items: readonly Item[];
  readonly status: 'loading' | 'loaded' | 'failed';
  readonly reload: () => Promise<void>;
}
