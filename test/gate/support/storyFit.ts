/**
 * Runs in the page: what of the story is out of reach, one line each: targets under 24 px (WCAG 2.5.8), what sticks
 * out to a side or is cut there without a sign (WCAG 1.4.10, 1.4.12), and what moves although less motion is asked for.
 */
export function findMisfits(): string[] {
  const root = document.querySelector('#storybook-root') ?? document.body;
  const found: string[] = [];
  const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
  const told = (element: Element): string => element.outerHTML.slice(0, 140);
  /** Hidden from the eye, a picture's inside, code that scrolls by itself, a row of cards that does, or a line that ends in "…". */
  const isLeftOut = (element: HTMLElement): boolean => {
    for (let at: HTMLElement | null = element; at && at !== root; at = at.parentElement) {
      const { clipPath, opacity, visibility, overflowX, textOverflow } = styleOf(at);
      if (clipPath !== 'none' || opacity === '0' || visibility === 'hidden') return true;
      // What waits for a pointer stands before the list, which cuts it off.
      if (at.dataset['shown'] === 'false') return true;
      if (at !== element && (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis')) return true;
    }
    return element.closest('svg, pre') !== null;
  };
  const controls =
    'button, a[href], input:not([hidden]), textarea, select, [role="button"], [role="menuitem"]';
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const { width, height, left, right } = element.getBoundingClientRect();
    // Of 1 px: for ears alone.
    if (width <= 1 || height <= 1) continue;
    const { display, visibility, overflowX, textOverflow } = styleOf(element);
    const isTarget = element.matches(controls) && display !== 'inline' && visibility !== 'hidden';
    // What is pressed of a box with words is its words too.
    const { width: wide, height: high } = (element.closest('label') ?? element).getBoundingClientRect();
    if (isTarget && Math.min(wide, high) < 24 && !isLeftOut(element))
      found.push(`${Math.round(wide)} x ${Math.round(high)}: ${told(element)}`);
    if (isLeftOut(element)) continue;
    if (left < -1 || right > innerWidth + 1) found.push(`sticks out: ${told(element)}`);
    if (element.matches('input, textarea')) continue;
    const clips = /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis';
    if (clips && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${told(element)}`);
  }
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide`);
  const moving = root.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running');
  // The book asks for less motion everywhere.
  for (const each of moving)
    found.push(`moves: ${each instanceof CSSAnimation ? each.animationName : 'a transition'}`);
  return found;
}
