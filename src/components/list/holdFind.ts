/**
 * Wants the whole conversation from the key that opens the browser's search until the person goes on with the page. A search
 * from the browser's menu tells a page nothing, and finds what is in view.
 * @param want told whether it is wanted, however often. Returns the end of it.
 */
export function holdFind(want: (isWanted: boolean) => void): () => void {
  const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
    const isHeld = ctrlKey || metaKey;
    if (key === 'F3' || (isHeld && /^[fg]$/i.test(key))) want(true);
    // What was found may be copied.
    else if (!isHeld && !MODIFIERS.has(key)) want(false);
  };
  const onPointer = (): void => want(false);
  window.addEventListener('keydown', onKey, true);
  window.addEventListener('pointerdown', onPointer, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    window.removeEventListener('pointerdown', onPointer, true);
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Shift', 'Alt', 'Escape']);
