import type { RowWindow } from './createRowWindow.ts';
import { holdFind } from './holdFind.ts';
import { holdPrint } from './holdPrint.ts';
import { holdSelection } from './holdSelection.ts';

/**
 * Brings the whole conversation into the document for as long as somebody prints the page, looks for words with the browser's
 * own search, or selects over several messages: a window of rows would hide the rest from all three. In a chunk of its own.
 * @param log the scroller. Returns the end of it.
 */
export function holdWhole(log: HTMLElement, list: RowWindow): () => void {
  const reasons = new Set<object>();
  const ends = [holdPrint, holdFind, holdSelection].map((hold) =>
    hold((isWanted) => {
      if (isWanted === reasons.has(hold)) return;
      if (isWanted) reasons.add(hold);
      else reasons.delete(hold);
      list.showAll(reasons.size > 0);
    }, log),
  );
  return () => {
    for (const end of ends) end();
  };
}
