const TOKEN = /#(\d{6})/;
/** Where one looks across the list, as shares of its width: bubbles stand at either side. */
const ACROSS = [0.2, 0.5, 0.8];
/** A step down, CSS px: less than the smallest bubble is high. */
const STEP_PX = 18;
/** More text than this is not one message. */
const LONGEST = 1_200;

/**
 * What is really on screen: the messages under points of the list, by their numbers, from the end on.
 * @param until looks no further than this one.
 */
export function seen(scroller: Element, until?: number): ReadonlyMap<number, Element> {
  const { left, top, bottom, width } = scroller.getBoundingClientRect();
  const found = new Map<number, Element>();
  for (let y = bottom - 4; y > top; y -= STEP_PX)
    for (const share of ACROSS) {
      const at = messageAt(scroller, left + width * share, y);
      if (at) found.set(at.seq, at.element);
      if (until !== undefined && at?.seq === until) return found;
    }
  return found;
}

function messageAt(
  scroller: Element,
  x: number,
  y: number,
): { readonly seq: number; readonly element: Element } | undefined {
  for (
    let element = document.elementFromPoint(x, y);
    element && element !== scroller;
    element = element.parentElement
  ) {
    if (element.contains(scroller)) return undefined;
    const text = element.textContent;
    if (text.length > LONGEST) return undefined;
    const token = TOKEN.exec(text)?.[1];
    if (token !== undefined) return { seq: Number(token), element };
  }
  return undefined;
}

/** The element whose own text begins with the message's token, wherever it is; undefined where it is not in the document. */
export function holderOf(seq: number, scroller: Element): Element | undefined {
  const texts = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (texts.currentNode.nodeValue?.startsWith(`#${seq}`))
      return texts.currentNode.parentElement ?? undefined;
  return undefined;
}
