const CONTROLS = 'button, a[href], input:not([hidden]), textarea, select, [role="button"], [role="menuitem"]';

/** Least side of a target, CSS px (WCAG 2.2, 2.5.8). */
const LEAST_PX = 24;

/** Controls that are smaller than 24 px either way, one line each. A link in a line of text may be as small as the text. */
export function smallTargets(container: Element): string[] {
  return [...container.querySelectorAll<HTMLElement>(CONTROLS)].flatMap((control) => {
    if (getComputedStyle(control).display === 'inline') return [];
    const { width, height } = control.getBoundingClientRect();
    if (Math.min(width, height) >= LEAST_PX) return [];
    return [`${control.tagName} "${control.textContent}" ${Math.round(width)} x ${Math.round(height)}`];
  });
}

/** Controls without words that would lose their shape where backgrounds are taken away, one line each. */
export function edgeless(container: Element): string[] {
  return [...container.querySelectorAll<HTMLElement>('button')].flatMap((button) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(button);
    const hasEdge = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
    const hasWords = button.textContent.trim() !== '';
    return hasEdge || hasWords ? [] : [button.outerHTML];
  });
}

/** What moves now, by the name of its animation. */
export function moving(container: Element): string[] {
  return container
    .getAnimations({ subtree: true })
    .flatMap((animation) =>
      animation instanceof CSSAnimation ? [animation.animationName] : ['a transition'],
    );
}
