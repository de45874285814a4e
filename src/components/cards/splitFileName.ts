const LONGEST_ENDING = 8;

/** A file's name in two: "invoice" and "pdf". A name without an ending, or with an unlikely one, has an empty ending. */
export function splitFileName(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1);
  if (dot <= 0 || ending === '' || ending.length > LONGEST_ENDING) return { stem: name, ending: '' };
  return { stem: name.slice(0, dot), ending };
}
