/**
 * While the page is printed the whole conversation is in the document, and nothing between it and the page cuts it off: on
 * paper nobody scrolls. What only a screen needs (the composer, the header's buttons) is left out.
 * @param want told whether it is wanted, however often.
 * @param log the scroller. Returns the end of it.
 */
export function holdPrint(want: (isWanted: boolean) => void, log: HTMLElement): () => void {
  const root = log.getRootNode();
  const begin = (): void => {
    const frame = log.closest('section[data-placement]');
    const last = frame?.parentElement ?? log.parentElement;
    for (let at: HTMLElement | null = log; at; at = at === last ? null : at.parentElement)
      at.dataset['printed'] = '';
    const isAdoptive = root instanceof ShadowRoot || root instanceof Document;
    if (isAdoptive && !root.adoptedStyleSheets.includes(sheet()))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet()];
    want(true);
  };
  const end = (): void => want(false);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}

/** One for all conversations of a page. */
let made: CSSStyleSheet | undefined;

function sheet(): CSSStyleSheet {
  if (made) return made;
  made = new CSSStyleSheet();
  made.replaceSync(PRINT_STYLE);
  return made;
}

/** Over styles of components and of the page: a chat that is cut off on paper is of no use to anybody. */
const PRINT_STYLE = `@media print {
  [data-printed] {
    display: block !important;
    position: static !important;
    inline-size: auto !important;
    max-inline-size: none !important;
    block-size: auto !important;
    min-block-size: 0 !important;
    max-block-size: none !important;
    overflow: visible !important;
    contain: none !important;
    border: 0 !important;
    box-shadow: none !important;
    animation: none !important;
  }
  section[data-printed] { break-before: page; }
  [data-printed] :is(form, header button), [data-printed] [data-over] { display: none !important; }
  [data-printed] [data-shown='false'] { visibility: hidden; }
  [data-printed] article { break-inside: avoid; }
}`;
