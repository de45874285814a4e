import type { WidgetConfig } from './widgetConfig.ts';
import type { WordsModule } from './wordsModule.ts';

/** What the loader knows of the lazy chat module: it shares types with it and no code. */
export interface ChatModule {
  mountChat(options: MountOptions): MountedChat;
}

/** What the loader gives to the chat. */
export interface MountOptions {
  readonly config: WidgetConfig;
  readonly root: ShadowRoot;
  /** The element, inside `root`, that the chat fills. */
  readonly element: HTMLElement;
  /** Session parameters that the page has set so far. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Fetches the languages beside English. */
  readonly fetchWords: () => Promise<WordsModule>;
  readonly onMinimize: () => void;
  /** Unread messages, and the launcher's name with them ("Open chat, 3 unread messages"). */
  readonly onUnread: (count: number, label: string) => void;
  /** Whether there is a conversation that should be heard of while the widget is closed. */
  readonly onConversation: (open: boolean) => void;
  readonly onEvent: (name: WidgetEventName, detail: unknown) => void;
}

/** What the loader may ask of the chat. */
export interface MountedChat {
  /** Whether it can be seen: moves the focus in (unless `quiet`), decides over the stream and over what counts as seen. */
  setOpen(open: boolean, quiet?: boolean): void;
  send(text: string): void;
  setContext(parameters: Readonly<Record<string, string>>): void;
  /** The person behind the page has changed: a fresh token, and the chat that belongs to it. */
  identify(): void;
  /** Ends the session and forgets it. */
  logout(): Promise<void>;
  destroy(): void;
}

/** What `Colloquy('on', name, listener)` can tell. */
export type WidgetEventName = 'ready' | 'open' | 'close' | 'message' | 'unread' | 'error';
