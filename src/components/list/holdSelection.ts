/**
 * Wants the whole conversation while a selection goes over several of its rows: what is selected and scrolled out of view is
 * to be copied too.
 * @param want told whether it is wanted, however often.
 * @param log the scroller. Returns the end of it.
 */
export function holdSelection(want: (isWanted: boolean) => void, log: HTMLElement): () => void {
  const look = (): void => {
    const [from, to] = endsIn(log).map((node) => rowOf(log, node));
    want(from !== undefined && to !== undefined && from !== to);
  };
  document.addEventListener('selectionchange', look);
  return () => document.removeEventListener('selectionchange', look);
}

/** The two ends of what is selected, as far as the browser tells of what is inside a shadow root. */
function endsIn(log: HTMLElement): readonly Node[] {
  const root = log.getRootNode();
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return [];
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const range =
    typeof selection.getComposedRanges === 'function'
      ? selection.getComposedRanges({ shadowRoots })[0]
      : selection.getRangeAt(0);
  return range ? [range.startContainer, range.endContainer] : [];
}

function rowOf(log: HTMLElement, node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const row = element?.closest('[data-row-key]');
  return row && log.contains(row) ? row : undefined;
}
