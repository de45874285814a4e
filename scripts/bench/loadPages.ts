import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { ServedPage } from '../../test/gate/support/chatServer.ts';

const GREETING = 'Hello, how can I help?';
const DEEP_CHAT = '/deepChat.js';

/** The host pages by name, each with a chat that stands open; what `composer()` gives is its field. */
const BODIES: Readonly<Record<string, (integrationId: string) => string>> = {
  'by hand': () => `<div id="w"><p>${GREETING}</p><textarea></textarea></div>
    <script>composer = () => document.querySelector('#w textarea')</script>`,
  deepChat: () => `<div id="w"></div><script type="module" src="${DEEP_CHAT}"></script><script>
    const chat = document.createElement('deep-chat');
    chat.connect = { handler() {} };
    chat.history = [{ role: 'ai', text: '${GREETING}' }];
    document.getElementById('w').append(chat);
    composer = () => chat.shadowRoot?.getElementById('text-input');
    </script>`,
  widget,
  'widget, preloaded': (integrationId) =>
    `<link rel="modulepreload" href="/widget/chat.js">${widget(integrationId)}`,
};

/** Their names. */
export const LOAD_PAGES = Object.keys(BODIES);

/** The page of this name, or the script that it needs. */
export function loadPage(name: string, integrationId: string): ServedPage | undefined {
  if (`/${name}` === DEEP_CHAT) return deepChatScript();
  const body = BODIES[name]?.(integrationId);
  return body === undefined ? undefined : { body: hostPage(body) };
}

function widget(integrationId: string): string {
  const attributes = { 'integration-id': integrationId, 'token-url': '/token', shadow: 'open', open: '' };
  const written = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}"`);
  return `<script async src="/widget.js" ${written.join(' ')} data-transports="sse"></script>
    <script>composer = () => document.querySelector('colloquy-widget')?.shadowRoot?.querySelector('textarea')</script>`;
}

function hostPage(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
    <style>body { font: 16px sans-serif } #w { position: fixed; inset: auto 0 0 auto; width: 400px; height: 560px }</style>
    <h1>Shop</h1><p>${'What the shop says of itself. '.repeat(40)}</p>${body}</html>`;
}

/** Compressed once: a server does not do that while somebody waits. */
function deepChatScript(): ServedPage {
  compressed ??= brotliCompressSync(
    readFileSync(fileURLToPath(import.meta.resolve('deep-chat/dist/deepChat.bundle.js'))),
  );
  const headers = { 'content-type': 'text/javascript', 'content-encoding': 'br' };
  return { body: compressed, headers };
}

let compressed: Buffer<ArrayBuffer> | undefined;
