import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import type { ChatClient } from '../../client/index.ts';
import { en } from '../../locales/index.ts';
import type { Words } from '../../locales/index.ts';
import type { Locate } from '../../panels/index.ts';
import { createConstructedSheet, paper } from '../../theme/index.ts';
import type { ConstructedSheet, Theme } from '../../theme/index.ts';
import { createLauncher } from '../launcher.ts';
import type { Launcher } from '../launcher.ts';
import { launcherColours } from '../launcherColours.ts';
import { watchClient } from '../watchClient.ts';
import type { ClientWatch } from '../watchClient.ts';
import { MessagingUiChat } from './MessagingUiChat.tsx';
import { stageConfig } from './stageConfig.ts';

/** How far apart the bubbles of several elements stand: the launcher's 56 px and a gap. */
const BUBBLE_STEP_PX = 72;

/**
 * The bubble in the corner and, above it, the chat, in a shadow root inside the custom element. It knows nothing of
 * sessions: it shows the client that it is given. @param place 0 for the first element of the page, 1 for the next …
 */
export function createUiStage(host: HTMLElement, place: number, options: UiStageOptions): UiStage {
  return new Stage(host, place, options);
}

class Stage implements UiStage {
  isOpen = false;
  private look: UiLook;
  private line: UiLine | undefined;
  private watch: ClientWatch | undefined;
  private unread = 0;
  private readonly launcher: Launcher;
  private readonly colours = new CSSStyleSheet();
  private readonly styles: ConstructedSheet;
  private readonly tree: Root;
  private readonly options: UiStageOptions;

  constructor(host: HTMLElement, place: number, options: UiStageOptions) {
    const { locale, shadow, onBubble, onMinimize } = options;
    const launcher = createLauncher(stageConfig(locale, shadow));
    const around = new CSSStyleSheet();
    around.replaceSync(`.launcher,.place,.trouble{inset-inline-end:${20 + place * BUBBLE_STEP_PX}px}`);
    launcher.root.adoptedStyleSheets = [...launcher.root.adoptedStyleSheets, around, this.colours];
    launcher.button.addEventListener('click', onBubble);
    launcher.root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape' && !event.defaultPrevented) onMinimize();
    });
    this.look = { locale, words: en, theme: paper, bubble: undefined };
    this.launcher = launcher;
    this.styles = createConstructedSheet(launcher.root);
    this.tree = createRoot(launcher.place);
    this.options = options;
    host.append(launcher.host);
  }

  setLook(look: UiLook): void {
    const { locale, bubble } = look;
    this.look = look;
    this.launcher.host.lang = locale;
    const own = bubble === undefined ? undefined : stageConfig(locale, this.options.shadow, bubble);
    this.colours.replaceSync(own ? launcherColours(own) : '');
    this.begin();
  }

  setLine(line: UiLine | undefined): void {
    this.line = line;
    this.unread = 0;
    this.begin();
  }

  setOpen(open: boolean): void {
    if (this.isOpen === open) return;
    this.isOpen = open;
    this.launcher.setOpen(open);
    this.nameBubble();
    this.watch?.setOpen(open);
    this.paint();
    if (!open) this.launcher.button.focus();
  }

  setBusy(busy: boolean): void {
    this.launcher.setBusy(busy);
  }

  setTrouble(retry: (() => void) | undefined): void {
    this.launcher.setTrouble(retry);
  }

  remove(): void {
    this.watch?.stop();
    this.tree.unmount();
    this.styles.release();
    this.launcher.host.remove();
  }

  private begin(): void {
    this.nameBubble();
    this.watch?.stop();
    const onUnread = (count: number): void => {
      this.unread = count;
      this.nameBubble();
    };
    const told = { onUnread, onConversation: () => undefined, onEvent: () => undefined };
    this.watch = this.line && watchClient(this.line.client, this.look.words, told);
    this.watch?.setOpen(this.isOpen);
    this.paint();
  }

  private nameBubble(): void {
    const { open, close, unread } = this.look.words.launcher;
    this.launcher.setUnread(this.unread, this.unread === 0 ? open : `${open}, ${unread(this.unread)}`);
    if (this.isOpen) this.launcher.button.setAttribute('aria-label', close);
  }

  private paint(): void {
    const { line, look, launcher, styles, options } = this;
    const { locale, words, theme } = look;
    this.tree.render(
      line && (
        <MessagingUiChat
          {...line}
          open={this.isOpen}
          sheet={styles.sheet}
          element={launcher.place}
          locale={locale}
          words={words}
          theme={theme}
          colorScheme={theme === paper ? 'auto' : 'light'}
          onMinimize={options.onMinimize}
          onError={options.onError}
        />
      ),
    );
  }
}

/** What the stage tells, and what does not change. */
export interface UiStageOptions {
  readonly locale: string;
  readonly shadow: 'closed' | 'open';
  /** The bubble was pressed. */
  readonly onBubble: () => void;
  readonly onMinimize: () => void;
  readonly onError: (fault: unknown) => void;
}

/** A chat to be shown. */
export interface UiLine {
  readonly client: ChatClient;
  readonly baseUrl: string;
  readonly locate: Locate | undefined;
}

/** Language and theme. `bubble`: a colour of the bubble's own. */
export interface UiLook {
  readonly locale: string;
  readonly words: Words;
  readonly theme: Theme;
  readonly bubble: string | undefined;
}

/** See `createUiStage`. */
export interface UiStage {
  setLook(look: UiLook): void;
  /** Undefined: there is nothing to show but the bubble. */
  setLine(line: UiLine | undefined): void;
  setOpen(open: boolean): void;
  readonly isOpen: boolean;
  setBusy(busy: boolean): void;
  /** Shows that the chat could not be opened, with a button that calls `retry`; undefined takes it away. */
  setTrouble(retry: (() => void) | undefined): void;
  remove(): void;
}
