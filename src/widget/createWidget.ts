import { systemClock } from '../lib/index.ts';
import type { Clock } from '../lib/index.ts';
import type { ChatModule, WidgetEventName } from './chatModule.ts';
import { createDoor } from './createDoor.ts';
import { isEnglish } from './isEnglish.ts';
import { ENGLISH, createLauncher } from './launcher.ts';
import type { Launcher } from './launcher.ts';
import { createLazyChat } from './lazyChat.ts';
import type { LazyChat } from './lazyChat.ts';
import { conversationMemory } from './memory.ts';
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
    ...{ config, root: launcher.root, element: launcher.place },
    fetchWords,
    onMinimize: () => widget.close(),
    onUnread(count, label) {
      launcher.setUnread(count, label);
      emit('unread', count);
    },
    onConversation: (there) => remember((isGoingOn = there)),
    onEvent: emit,
  }));
  const door = createDoor(launcher, chat, emit);
  const before = conversationMemory(config);
  let isGoingOn = !!before;
  const remember = (there: boolean): void =>
    void conversationMemory(config, there ? (door.isOpen() ? 'open' : 'going') : '');

  const leave = (): void => (door.show(false), remember((isGoingOn = false)));
  for (const name of ['open', 'close'] as const) on(name, () => remember(isGoingOn));

  const widget: Widget = {
    name: config.name,
    open: () => door.show(true),
    close: () => door.show(false),
    toggle: () => door.show(!door.isOpen()),
    send(text) {
      chat.send(text);
      if (!chat.current()) door.mount();
    },
    setContext: (given) =>
      chat.setContext(Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]))),
    popOut: () => openAlone(config, widget.close),
    identify: () => chat.current()?.identify(),
    async logout() {
      leave(); // at once, for a slow server would leave it to be read
      await chat.logout();
      leave(); // whatever became of it as it ended
    },
    on,
    destroy() {
      clock.clear(prefetching);
      clear();
      chat.destroy();
      launcher.host.remove();
    },
  };
  put(config, launcher, widget, chat);
  const prefetching = clock.after(PREFETCH_AFTER_MS, chat.prefetch);
  speak(launcher, config, fetchWords);
  // A chat that fills a phone does not stand in the way of the next page.
  if (config.open || (before === 'open' && innerWidth >= 480)) door.show(true, true);
  else if (before) door.mount();
  return widget;
}

/** What a page may do with a widget. */
export interface Widget {
  readonly name: string;
  open(): void;
  /** Minimises: the conversation goes on. The focus goes back to the launcher. */
  close(): void;
  toggle(): void;
  /**
   * Shows the chat in a window of its own, the page that `data-pop-out` names, and puts it away here. Call it for a click.
   * False where the page names none, or the browser has let none open.
   */
  popOut(): boolean;
  /** Says something in the customer's name. */
  send(text: string): void;
  /** Merges session parameters: at most 20 in all. Numbers and the like become text. */
  setContext(parameters: Readonly<Record<string, unknown>>): void;
  /** Tells that somebody has signed in or out at the site: the chat asks for a fresh token. */
  identify(): void;
  /** Ends the session and forgets it, with the context that was set. */
  logout(): Promise<void>;
  /** Returns what takes the listener off again. */
  on(name: WidgetEventName, listener: (detail: unknown) => void): () => void;
  /** Takes everything off the page; the session is left as it is. */
  destroy(): void;
}

function speak(launcher: Launcher, { locale }: WidgetConfig, fetchWords: () => Promise<WordsModule>): void {
  if (!isEnglish(locale))
    fetchWords().then(
      ({ launcherWords }) => launcher.setWords(launcherWords(locale) ?? ENGLISH),
      () => undefined,
    );
}

/** The page that holds the chat alone, in a small window that has its address for a name: there is one. */
function openAlone({ texts: { popOut } }: WidgetConfig, onOpened: () => void): boolean {
  const opened = popOut && open(popOut, popOut, 'width=420,height=720');
  if (opened) onOpened();
  return !!opened;
}

/** Beside the body, where neither its transforms nor a framework that swaps it can reach; or where the page wants it. */
function put({ shell, target }: WidgetConfig, launcher: Launcher, widget: Widget, chat: LazyChat): void {
  const named = typeof target === 'string' ? document.querySelector(target) : target;
  ((shell === 'inline' && named) || document.documentElement).append(launcher.host);
  const isFloating = !launcher.button.hidden;
  launcher.button.onclick = widget.toggle;
  // A finger enters as well. Once fetched, it is not fetched again.
  launcher.button.onpointerenter = launcher.button.onfocus = chat.prefetch;
  launcher.host.onkeydown = ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented && isFloating) widget.close();
  };
}

function createNews(): News {
  const listeners = new Set<readonly [WidgetEventName, (detail: unknown) => void]>();
  return {
    emit(name, detail) {
      // A listener of the page that throws is the page's trouble, told in a task of its own.
      for (const [said, listener] of listeners) if (said === name) queueMicrotask(() => listener(detail));
    },
    on(...own) {
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
