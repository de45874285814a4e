import { afterEach, expect, test, vi } from 'vitest';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { mountChat } from '../../../src/widget/frame/frameChat.ts';
import { ANSWER_WITHIN_MS } from '../../../src/widget/frame/frameLine.ts';
import { readConfig } from '../../../src/widget/widgetConfig.ts';

const SILENT = '<title>Nobody</title>';
const ANSWERING = `<script>onmessage = ({ data, ports: [port] }) => {
  port.postMessage({ type: 'connected', nonce: data.nonce, title: 'Chat' });
  port.onmessage = ({ data }) => port.postMessage({ type: 'unread', count: 1, label: JSON.stringify(data) });
};</script>`;

const ENDING = `<script>onmessage = ({ data, ports: [port] }) => {
  port.postMessage({ type: 'connected', nonce: data.nonce, title: 'Chat' });
  port.onmessage = ({ data: { type } }) => {
    port.postMessage({ type: 'unread', count: 1, label: type });
    if (type === 'logout') port.postMessage({ type: 'ended' });
  };
};</script>`;
const TELLING = `<script>onmessage = ({ data: { nonce, parameters, ...looks }, ports: [port] }) => {
  port.postMessage({ type: 'connected', nonce, title: 'Chat' });
  port.postMessage({ type: 'unread', count: 1, label: JSON.stringify(looks) });
};</script>`;

const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((each) => each()));

function put(html: string, locale = 'en', looks: Readonly<Record<string, string>> = {}) {
  const frame = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const config = readConfig({ frame, locale, ...looks });
  if (!config) throw new Error('A frame is all it needs');
  const clock = createSimulatedClock();
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  const around = root.appendChild(document.createElement('div'));
  const element = around.appendChild(document.createElement('div'));
  const told: unknown[] = [];
  const chat = mountChat(
    {
      ...{ config, root, element, parameters: {} },
      fetchWords: () => import('../../../src/locales/packs.ts'),
      onMinimize: () => undefined,
      onUnread: (_, label) => told.push(label),
      onConversation: () => undefined,
      onEvent: (name, detail) => told.push([name, detail]),
    },
    clock,
  );
  undo.push(() => {
    chat.destroy();
    root.host.remove();
    URL.revokeObjectURL(frame);
  });
  const card = () => around.querySelector('[role=alert]');
  return { chat, clock, around, element, told, card, frameOf: () => element.querySelector('iframe') };
}

test('a frame that does not answer in time is taken off, with a card whose button loads it anew', async () => {
  const { chat, clock, card, element, told, frameOf } = put(SILENT);
  chat.setOpen(true);
  const first = frameOf();
  clock.advance(ANSWER_WITHIN_MS - 1);
  expect(frameOf()).toBe(first);
  clock.advance(1);
  expect(told).toEqual([['error', { code: 'unavailable' }]]);
  // Empty, so that a phone shows the launcher.
  expect(element.childElementCount).toBe(0);
  await vi.waitFor(() => expect(card()?.textContent).toContain('The chat could not be shown.'), 30_000);
  card()?.querySelector('button')?.click();
  expect(card()).toBeNull();
  expect(frameOf()).not.toBe(first);
  clock.advance(ANSWER_WITHIN_MS);
  await vi.waitFor(() => expect(card()).not.toBeNull(), 30_000);
});

test('nobody is told of a silent frame whom it does not concern; opened, the frame is tried again', async () => {
  const { chat, clock, card, frameOf } = put(SILENT, 'de');
  clock.advance(ANSWER_WITHIN_MS);
  expect([frameOf(), card()]).toEqual([null, null]);
  chat.setOpen(true);
  expect(frameOf()).not.toBeNull();
  clock.advance(ANSWER_WITHIN_MS);
  await vi.waitFor(
    () => expect(card()?.querySelector('button')?.textContent).toBe('Erneut anzeigen'),
    30_000,
  );
  chat.setOpen(false);
  expect(card()).toBeNull();
});

test('a frame that answers is left in peace, and hears what was said before it did', async () => {
  const { chat, clock, card, told, frameOf } = put(ANSWERING);
  chat.setOpen(true);
  chat.send('Hello');
  await vi.waitFor(() => expect(told).toHaveLength(2), 10_000);
  expect(told.map((label) => JSON.parse(String(label)))).toEqual([
    { type: 'open', open: true, quiet: false },
    { type: 'send', text: 'Hello' },
  ]);
  expect(frameOf()?.title).toBe('Chat');
  clock.advance(ANSWER_WITHIN_MS * 2);
  expect([card(), clock.pending]).toEqual([null, 0]);
});

test('destroyed while it waits, it leaves no frame, no card and no timer', () => {
  const { chat, clock, around, frameOf } = put(SILENT);
  chat.setOpen(true);
  chat.destroy();
  expect([frameOf(), around.querySelector('[role=alert]'), clock.pending]).toEqual([null, null, 0]);
});

const PLAIN = { colloquy: 'connect', locale: 'en', theme: 'paper', colorScheme: 'auto', floating: true };
test.each([
  [{}, PLAIN],
  [{ contrast: 'auto' }, PLAIN],
  [
    { theme: 'fjord', brand: '#b00060', contrast: 'more', colorScheme: 'dark' },
    { ...PLAIN, theme: 'fjord', brand: '#b00060', contrast: 'more', colorScheme: 'dark' },
  ],
])('a host that says %o of its looks says it to the frame', async (looks, expected) => {
  const { told } = put(TELLING, 'en', looks);
  await vi.waitFor(() => expect(told).toHaveLength(1), 10_000);
  expect(JSON.parse(String(told[0]))).toEqual(expected);
});

test('a frame that has not answered yet is logged out of once it does', async () => {
  const { chat, told, frameOf } = put(ENDING);
  await chat.logout();
  expect([told, frameOf()]).toEqual([['logout'], null]);
});

test('a frame that never answers keeps nobody waiting for its end', async () => {
  const { chat, clock, told, frameOf } = put(SILENT);
  const over = chat.logout();
  clock.advance(ANSWER_WITHIN_MS);
  await over;
  expect([told, frameOf()]).toEqual([[['error', { code: 'unavailable' }]], null]);
  await chat.logout();
});
