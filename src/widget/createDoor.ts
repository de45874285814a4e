import type { WidgetEventName } from './chatModule.ts';
import type { Launcher } from './launcher.ts';
import type { LazyChat } from './lazyChat.ts';

/** Opens and closes: keeps launcher, chat and focus of one mind. `emit` tells the page. */
export function createDoor(
  launcher: Launcher,
  chat: LazyChat,
  emit: (name: WidgetEventName, detail?: unknown) => void,
): Door {
  let open = false;
  let quiet = false;
  const mount = async (): Promise<void> => {
    const isFirst = !chat.current();
    launcher.setTrouble();
    launcher.setBusy(true);
    try {
      const mounted = await chat.mount();
      mounted?.setOpen(open, quiet);
      if (isFirst && mounted) emit('ready');
    } catch (fault) {
      emit('error', fault);
      if (open) launcher.setTrouble(() => void mount());
    }
    launcher.setBusy(false);
  };
  return {
    isOpen: () => open,
    mount: () => void mount(),
    show(wanted, isQuiet = false) {
      if (open === wanted) return;
      open = wanted;
      quiet = isQuiet;
      launcher.setOpen(open);
      if (open) void mount();
      else {
        chat.current()?.setOpen(false);
        launcher.button.focus();
      }
      emit(open ? 'open' : 'close');
    },
  };
}

/** See `createDoor`. */
export interface Door {
  readonly isOpen: () => boolean;
  /** Puts the chat in its place, seen or not; trouble is shown only to whoever wanted to see it. */
  readonly mount: () => void;
  /** Quietly: the focus stays where it is, for nobody has asked. */
  readonly show: (open: boolean, quiet?: boolean) => void;
}
