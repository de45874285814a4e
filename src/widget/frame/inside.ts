import type { MountedChat } from '../chatModule.ts';
import { chunksBeside } from '../chunksBeside.ts';
import { readConfig } from '../widgetConfig.ts';
import { acceptHost } from './acceptHost.ts';
import type { Accepted, HostEvent } from './acceptHost.ts';
import { decodeHostMessage } from './frameMessages.ts';
import type { FrameMessage, HostMessage } from './frameMessages.ts';

// The module of `widget/frame.html`. Where tokens come from and who may hold the frame is said by that page itself, on
// `<html data-…>`: the host around it has no word in either.
const base = import.meta.url.replace(/[^/]*$/, '');
const own = document.documentElement.dataset;
const hosts = (own['hosts'] ?? '').split(/\s+/).filter(Boolean);

const listen = (event: MessageEvent<unknown>): void => {
  const accepted = begin(event);
  if (!accepted) return;
  // One host, once.
  removeEventListener('message', listen);
};
addEventListener('message', listen);

function begin(event: HostEvent): boolean {
  const accepted = acceptHost(event, hosts, window.parent === window ? undefined : window.parent);
  const config = accepted && readConfig({ ...own, ...looksOf(accepted), frame: undefined });
  if (!accepted || !config) return false;
  const { port, handshake } = accepted;
  const tell = (message: FrameMessage): void => port.postMessage(message);
  const [fetchChat, fetchWords] = chunksBeside(base, config);
  const place = document.createElement('div');
  place.style.blockSize = '100dvh';
  document.body.style.margin = '0';
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: config.shadow });
  root.append(place);
  const chat = fetchChat().then(({ mountChat }) =>
    mountChat({
      config,
      root,
      element: place,
      parameters: handshake.parameters,
      fetchWords,
      onMinimize: () => tell({ type: 'minimize' }),
      onUnread: (count, label) => tell({ type: 'unread', count, label: label.slice(0, 256) }),
      onConversation: (there) => tell({ type: 'conversation', there }),
      onEvent(name, detail) {
        if (name === 'message') tell({ type: 'message' });
        if (name === 'error') tell({ type: 'error', code: codeOf(detail) });
      },
    }),
  );
  chat.catch(() => tell({ type: 'error', code: 'unavailable' }));
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) tell({ type: 'minimize' });
  });
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = decodeHostMessage(data);
    if (!message.ok) return;
    // Over as well where there is no chat to end.
    const onDone = (): void => {
      if (message.value.type === 'logout') tell({ type: 'ended' });
    };
    chat.then((mounted) => obey(mounted, message.value)).then(onDone, onDone);
  };
  tell({ type: 'connected', nonce: handshake.nonce, title: document.title.slice(0, 256) });
  return true;
}

/** How the chat looks is the host's to say; the rest is not. */
function looksOf({ handshake }: Accepted): Record<string, unknown> {
  const { locale, theme, colorScheme, floating } = handshake;
  const { brand = own['brand'], contrast = own['contrast'] } = handshake;
  // A frame as wide as a phone is filled like one; history and scrolling are the host's.
  const shell = floating ? 'floating' : 'inline';
  const looks = { locale, theme, brand, contrast, colorScheme, shell };
  return { ...looks, target: undefined, back: 'off', scrollLock: 'off' };
}

async function obey(chat: MountedChat, message: HostMessage): Promise<void> {
  if (message.type === 'open') chat.setOpen(message.open, message.quiet);
  else if (message.type === 'send') chat.send(message.text);
  else if (message.type === 'context') chat.setContext(message.parameters);
  else if (message.type === 'identify') chat.identify();
  else await chat.logout();
}

function codeOf(detail: unknown): string {
  const code: unknown =
    typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'code') : undefined;
  return typeof code === 'string' ? code.slice(0, 256) : 'unknown';
}
