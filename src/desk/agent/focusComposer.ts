/** Puts the focus into the message field, once it is on the page. Only one conversation is. */
export function focusComposer(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-desk-compose] textarea')?.focus();
  });
}
