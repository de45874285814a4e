import { useEffect, useState } from 'react';

/** Opens something once, and stops it when the story goes; undefined until it stands. */
export function useOpened<T extends Opened>(open: () => Promise<T>): T | undefined {
  const [opened, setOpened] = useState<T>();
  useEffect(() => {
    let isGone = false;
    const opening = open();
    void opening.then((made) => {
      if (!isGone) setOpened(made);
    });
    return () => {
      isGone = true;
      setOpened(undefined);
      void opening.then((made) => made.stop());
    };
  }, [open]);
  return opened;
}

/** What can be opened so. */
export interface Opened {
  readonly stop: () => unknown;
}
