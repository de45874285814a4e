import type { Clock } from '../../lib/index.ts';
import type { MountOptions } from '../chatModule.ts';
import type { WidgetConfig } from '../widgetConfig.ts';
import { createFrameLine } from './frameLine.ts';
import type { FrameLine } from './frameLine.ts';
import type { FrameMessage, Handshake, HostMessage } from './frameMessages.ts';
import { createSilence } from './silence.ts';

/** What the frame may do: it runs scripts on its own origin, and nothing to the page around it. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';

const STYLE = `
iframe{display:block;border:0;inline-size:100%;block-size:100%;background:Canvas;color-scheme:normal}
iframe[data-floating]{inline-size:min(400px,100vw - 40px);block-size:min(704px,100dvh - 96px);border-radius:24px;box-shadow:0 0 0 1px rgb(0 0 0/.08),0 12px 40px rgb(0 0 0/.24)}
@media (max-width:479.98px),(max-height:419.98px){iframe[data-floating]{position:fixed;inset:var(--cq-view-start,0) 0 auto;inline-size:100%;block-size:var(--cq-view-block,100dvh);border-radius:0;box-shadow:none}}
`;

/**
 * Holds the frame and the line to it: loads it, says what waits once it answers, and where it does not, takes it off and
 * shows a card to whoever has opened it, whose button loads it anew.
 */
export function holdFrame(
  options: MountOptions,
  clock: Clock,
  hear: (told: FrameMessage) => void,
): HeldFrame {
  const { config, element } = options;
  const floating = config.shell === 'floating';
  const silence = createSilence(options);
  const waiting: HostMessage[] = [];
  let { parameters } = options;
  let put: PutFrame | undefined;
  let line: FrameLine | undefined;
  let isConnected = false;
  let isOpen = false;
  let wantsFocus = false;

  const takeOff = (): void => {
    line?.close();
    put?.remove();
    put = line = undefined;
    isConnected = false;
  };
  const onSilent = (): void => {
    takeOff();
    hear({ type: 'error', code: 'unavailable' });
    hear({ type: 'ended' });
    if (isOpen) void silence.tell(begin);
  };
  const onConnected = (title: string): void => {
    isConnected = true;
    if (put) put.frame.title = title; // in the language of the page that it is
    for (const message of waiting.splice(0)) line?.say(message);
    if (wantsFocus) put?.frame.focus();
  };
  const begin = (): void => {
    silence.hush();
    put = putFrame(options, floating);
    const hello = { ...looksOf(config), floating, parameters };
    line = createFrameLine(put.frame, hello, { onConnected, onSilent, onTold: hear }, clock);
    // After the line listens for its load.
    element.append(put.frame);
  };
  begin();
  return {
    isThere: () => put !== undefined,
    say: (message) => void (isConnected ? line?.say(message) : waiting.push(message)),
    setOpen(open, focus) {
      isOpen = open;
      wantsFocus = focus;
      if (!open) silence.hush();
      else if (!put) begin();
      if (focus) put?.frame.focus();
    },
    setParameters: (changed) => void (parameters = { ...parameters, ...changed }),
    destroy() {
      silence.hush();
      takeOff();
    },
  };
}

/** See `holdFrame`. */
export interface HeldFrame {
  /** Whether there is a frame that hears what is said, now or once it answers; one that does not has `ended`. */
  readonly isThere: () => boolean;
  /** Says it as soon as somebody hears it. */
  readonly say: (message: HostMessage) => void;
  /** Opened, a frame that was given up is tried again. */
  readonly setOpen: (open: boolean, focus: boolean) => void;
  /** For the handshake of the next attempt. */
  readonly setParameters: (changed: Readonly<Record<string, string>>) => void;
  readonly destroy: () => void;
}

/** How the host wants it to look. */
function looksOf({ locale, theme, colorScheme, texts: { brand, contrast } }: WidgetConfig): Looks {
  const more = contrast === 'more' && ({ contrast } as const);
  return { locale, theme, colorScheme, ...(brand && { brand }), ...more };
}

type Looks = Omit<Handshake, 'colloquy' | 'nonce' | 'floating' | 'parameters'>;

/** The frame's element and its style; it is not on the page yet. */
function putFrame({ root, config }: MountOptions, isFloating: boolean): PutFrame {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = 'geolocation; microphone';
  frame.referrerPolicy = 'origin';
  frame.toggleAttribute('data-floating', isFloating);
  frame.src = new URL(config.frame ?? '', document.baseURI).href;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return {
    frame,
    remove() {
      frame.remove();
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

interface PutFrame {
  readonly frame: HTMLIFrameElement;
  readonly remove: () => void;
}
