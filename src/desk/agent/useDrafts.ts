import { useMemo, useState } from 'react';

/** What is being written, by conversation: kept while one looks at another. */
export interface DeskDrafts {
  get(id: string): string;
  set(id: string, text: string): void;
}

/** Empty drafts. A new object only when a text changes. */
export function useDrafts(): DeskDrafts {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  return useMemo(
    () => ({
      get: (id) => texts[id] ?? '',
      set: (id, text) => setTexts((before) => ({ ...before, [id]: text })),
    }),
    [texts],
  );
}
