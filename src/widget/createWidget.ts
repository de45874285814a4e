import { systemClock } from '../lib/index.ts';
import type { Clock } from '../lib/index.ts';
import type { ChatModule, WidgetEventName } from './chatModule.ts';
import { createDoor } from './createDoor.ts';
import { isEnglish } from './isEnglish.ts';
import { ENGLISH, createLauncher } from './launcher.ts';
import type { Launcher } from './launcher.ts';
import { createLazyChat } from './lazyChat.ts';
import type { LazyChat } from './lazyChat.ts';
import { rememberConversation, remembersConversation } from './memory.ts';
import type { WidgetConfig } from './widgetConfig.ts';
import type { WordsModule } from './wordsModule.ts';

/** So long after the start an idle browser fetches the chat, so that the first click finds it there. */
const PREFETCH_AFTER_MS = 3_000;

/**
 * One widget on the page: the launcher at once, the chat when it is first wanted. Everything it made is gone after
 * `destroy`. @param load fetches the chat module; called again after a failure. @param fetchWords fetches the words of
 * other languages; English stays where they cannot be had.
 */
export function createWidget(
  config: WidgetConfig,
  load: () => Promise<ChatModule>,
  fetchWords: () => Promise<WordsModule>,
  clock: Clock = systemClock,
): Widget {
  const launcher = createLauncher(config);
  const { emit, on, clear } = createNews();
  const chat = createLazyChat(load, () => ({
    config,
    root: launcher.root,
    element: launcher.place,
    fetchWords,
    onMinimize: () => widget.close(),
    onUnread(count, label) {
      launcher.setUnread(count, label);
      emit('unread', count);
    },
    onConversation: (there) => rememberConversation(config, there),
    onEvent: emit,
  }));
  const door = createDoor(launcher, chat, emit);

  const widget: Widget = {
    name: config.name,
    open: () => door.show(true),
    close: () => door.show(false),
    toggle: () => door.show(!door.isOpen()),
    send(text) {
      const mounted = chat.current();
      if (mounted) return mounted.send(text);
      chat.keepText(text);
      door.mount();
    },
    setContext: chat.setContext,
    identify: () => chat.current()?.identify(),
    async logout() {
      rememberConversation(config, false);
      await chat.logout();
      door.show(false);
    },
    on,
    destroy() {
      clock.clear(prefetching);
      clear();
      chat.destroy();
      launcher.host.remove();
    },
  };
  listen(launcher, widget, chat);
  document.body.append(launcher.host);
  const prefetching = clock.after(PREFETCH_AFTER_MS, chat.prefetch);
  if (!isEnglish(config.locale))
    fetchWords().then(
      ({ launcherWords }) => launcher.setWords(launcherWords(config.locale) ?? ENGLISH),
      () => undefined,
    );
  if (config.open) widget.open();
  else if (remembersConversation(config)) door.mount();
  return widget;
}

/** What a page may do with a widget. */
export interface Widget {
  readonly name: string;
  open(): void;
  /** Minimises: the conversation goes on. The focus goes back to the launcher. */
  close(): void;
  toggle(): void;
  /** Says something in the customer's name. */
  send(text: string): void;
  /** Merges session parameters: at most 20 in all. */
  setContext(parameters: Readonly<Record<string, string>>): void;
  /** Tells that somebody has signed in or out at the site: the chat asks for a fresh token. */
  identify(): void;
  /** Ends the session and forgets it. */
  logout(): Promise<void>;
  /** Returns what takes the listener off again. */
  on(name: WidgetEventName, listener: (detail: unknown) => void): () => void;
  /** Takes everything off the page; the session is left as it is. */
  destroy(): void;
}

function listen(launcher: Launcher, widget: Widget, chat: LazyChat): void {
  launcher.button.addEventListener('click', widget.toggle);
  for (const hint of ['pointerenter', 'focus', 'touchstart'])
    launcher.button.addEventListener(hint, chat.prefetch, { once: true, passive: true });
  launcher.root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key === 'Escape' && !event.defaultPrevented) widget.close();
  });
}

function createNews(): News {
  const listeners = new Set<(name: WidgetEventName, detail: unknown) => void>();
  return {
    emit(name, detail) {
      // A listener of the page that throws is the page's trouble, told in a task of its own.
      for (const listener of listeners) queueMicrotask(() => listener(name, detail));
    },
    on(name, listener) {
      const own = (said: WidgetEventName, detail: unknown): void => {
        if (said === name) listener(detail);
      };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    clear: () => listeners.clear(),
  };
}

interface News {
  readonly emit: (name: WidgetEventName, detail?: unknown) => void;
  readonly on: Widget['on'];
  readonly clear: () => void;
}
