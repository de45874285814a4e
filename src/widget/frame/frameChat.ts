import { systemRandom, uuidV4 } from '../../lib/index.ts';
import type { MountedChat, MountOptions } from '../chatModule.ts';
import { createAtLarge } from '../atLarge.ts';
import { decodeFrameMessage } from './frameMessages.ts';
import type { Handshake, HostMessage } from './frameMessages.ts';

/** What the frame may do: it runs scripts on its own origin, and nothing to the page around it. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';

const STYLE = `
iframe{display:block;border:0;inline-size:100%;block-size:100%;background:Canvas;color-scheme:normal}
iframe[data-floating]{inline-size:min(400px,100vw - 40px);block-size:min(704px,100dvh - 96px);border-radius:24px;box-shadow:0 0 0 1px rgb(0 0 0/.08),0 12px 40px rgb(0 0 0/.24)}
@media (max-width:479.98px),(max-height:419.98px){iframe[data-floating]{position:fixed;inset:var(--cq-view-start,0) 0 auto;inline-size:100%;block-size:var(--cq-view-block,100dvh);border-radius:0;box-shadow:none}}
`;

/**
 * The chat in a frame on an origin of its own (`data-frame`), in place of `mountChat`: the same chat, of which this page
 * sees neither token nor transcript. Everything goes through one port, which only the frame's exact origin is given.
 */
export function mountChat(options: MountOptions): MountedChat {
  const { config, element, root, parameters, onMinimize, onUnread, onConversation, onEvent } = options;
  const address = new URL(config.frame ?? '', document.baseURI);
  const isFloating = config.shell === 'floating';
  const { frame, remove } = putFrame(root, element, address, isFloating);
  const atLarge = createAtLarge(options);
  const { port1: port, port2 } = new MessageChannel();
  const nonce = uuidV4(systemRandom);
  const waiting: HostMessage[] = [];
  let isConnected = false;
  let onEnded: () => void = () => undefined;
  let wantsFocus = false;

  const say = (message: HostMessage): void =>
    void (isConnected ? port.postMessage(message) : waiting.push(message));
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const { value: told } = { value: undefined, ...decodeFrameMessage(data) };
    if (told?.type === 'connected' && told.nonce === nonce) {
      isConnected = true;
      frame.title = told.title; // in the language of the page that it is
      for (const message of waiting.splice(0)) port.postMessage(message);
      if (wantsFocus) frame.focus();
    }
    if (!told || !isConnected) return;
    if (told.type === 'minimize' && isFloating) onMinimize();
    if (told.type === 'unread') onUnread(told.count, told.label);
    if (told.type === 'conversation') onConversation(told.there);
    if (told.type === 'message') onEvent('message', undefined);
    if (told.type === 'error') onEvent('error', { code: told.code });
    if (told.type === 'ended') onEnded();
  };
  const { locale, theme, colorScheme } = config;
  const look = { locale, theme, colorScheme, floating: isFloating };
  const hello: Handshake = { colloquy: 'connect', nonce, parameters, ...look };
  // The frame's modules have run when it has loaded. A second load is another page, which gets no port.
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(hello, address.origin, [port2]), {
    once: true,
  });

  const destroy = (): void => {
    atLarge(false);
    port.close();
    remove();
  };
  return {
    setOpen(open, quiet = false) {
      atLarge(open);
      wantsFocus = open && !quiet;
      say({ type: 'open', open, quiet });
      if (wantsFocus) frame.focus();
    },
    send: (text) => say({ type: 'send', text }),
    setContext: (changed) => say({ type: 'context', parameters: changed }),
    identify: () => say({ type: 'identify' }),
    async logout() {
      if (isConnected) await new Promise<void>((resolve) => ((onEnded = resolve), say({ type: 'logout' })));
      destroy();
    },
    destroy,
  };
}

function putFrame(root: ShadowRoot, element: HTMLElement, { href }: URL, isFloating: boolean): PutFrame {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', SANDBOX);
  frame.allow = 'geolocation; microphone';
  frame.referrerPolicy = 'origin';
  frame.toggleAttribute('data-floating', isFloating);
  frame.src = href;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  element.append(frame);
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
