import { useEffect, useState } from 'react';

/** Code that a text chat does not wait for: fetched once, after a failure again when it is asked for. */
export function createLatePart<Part>(fetchPart: () => Promise<Part>): LatePart<Part> {
  let loaded: Part | undefined;
  const load = async (): Promise<void> => {
    loaded ??= await fetchPart();
  };
  const useLatePart = (): Part | 'loading' | 'missing' => {
    const [part, setPart] = useState<Part | 'loading' | 'missing'>(loaded ?? 'loading');
    useEffect(() => {
      let isGone = false;
      const tell = (): void => {
        if (!isGone) setPart(loaded ?? 'missing');
      };
      load().then(tell, tell);
      return () => void (isGone = true);
    }, []);
    return part;
  };
  return { load, useLatePart };
}

/** What `createLatePart` gives. */
export interface LatePart<Part> {
  /** Rejects where it cannot be had. */
  readonly load: () => Promise<void>;
  /** The code as soon as it is there; asks for it. */
  readonly useLatePart: () => Part | 'loading' | 'missing';
}
