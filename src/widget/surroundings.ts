import type { MountOptions } from './chatModule.ts';
import { FULL_SCREEN, holdPhone } from './phone.ts';
import { takeShell } from './shells.ts';

/**
 * What a chat does to the page around it, where it does more than float in a corner: takes the shape of its shell, or holds
 * the phone that it fills while it is open. In a chunk of its own. Returns what is told whether the chat is open.
 */
export function takeSurroundings(options: SurroundingsOptions): (open: boolean) => void {
  const { config, element, onMinimize } = options;
  const { scrollLock, back } = config.texts;
  let release: (() => void) | undefined;
  let isOpen = false;
  const screen = matchMedia(FULL_SCREEN);
  const hold = (): void => {
    release?.();
    release = undefined;
    if (!isOpen || config.shell !== 'floating' || !screen.matches) return;
    release = holdPhone({
      element,
      name: config.name,
      scrollLock: scrollLock !== 'off',
      back: back !== 'off',
      onBack: onMinimize,
    });
  };
  takeShell(options);
  return (open) => {
    isOpen = open;
    // Phones unfold and are turned, windows are split: what fills the screen now may float the next moment.
    if (open) screen.addEventListener('change', hold);
    else screen.removeEventListener('change', hold);
    hold();
  };
}

/** What it needs to know of the widget. */
export type SurroundingsOptions = Pick<MountOptions, 'config' | 'root' | 'element' | 'onMinimize'>;
