import { waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import type { ChatModule, MountOptions } from '../../src/widget/chatModule.ts';
import { createWidget } from '../../src/widget/createWidget.ts';
import type { Widget } from '../../src/widget/createWidget.ts';
import { createGlobal, queuedCalls } from '../../src/widget/pageGlobal.ts';
import { readConfig } from '../../src/widget/widgetConfig.ts';
import type { WidgetConfig } from '../../src/widget/widgetConfig.ts';
import type { WordsModule } from '../../src/widget/wordsModule.ts';

const GIVEN = { integrationId: 'shop', tokenUrl: 'https://shop.example/token', shadow: 'open', locale: 'en' };
let widgets: Widget[] = [];

afterEach(() => {
  for (const widget of widgets) widget.destroy();
  widgets = [];
  localStorage.clear();
});

function configOf(given: Readonly<Record<string, unknown>> = {}): WidgetConfig {
  const config = readConfig({ ...GIVEN, ...given });
  if (!config) throw new Error('The test gives a whole configuration');
  return config;
}

/** A chat module that writes down what the loader asks of it. */
function createScriptedChat() {
  const asked: unknown[] = [];
  let options: MountOptions | undefined;
  const module: ChatModule = {
    mountChat(given) {
      options = given;
      const note = (name: string) => (value?: unknown) =>
        void asked.push(value === undefined ? name : [name, value]);
      given.element.append(document.createElement('section'));
      return {
        setOpen: note('setOpen'),
        send: note('send'),
        setContext: note('setContext'),
        identify: note('identify'),
        logout: async () => void asked.push('logout'),
        destroy: note('destroy'),
      };
    },
  };
  return { asked, module, options: () => options };
}

function put(
  given: Readonly<Record<string, unknown>>,
  load: () => Promise<ChatModule>,
  fetchWords: () => Promise<WordsModule> = () => import('../../src/locales/packs.ts'),
) {
  const clock = createSimulatedClock();
  const widget = createWidget(configOf(given), load, fetchWords, clock);
  widgets.push(widget);
  const host = document.querySelector('colloquy-widget');
  const inside = host?.shadowRoot?.querySelector('div');
  if (!(inside instanceof HTMLElement)) throw new Error('The widget stands in an open shadow root');
  return { widget, clock, inside: within(inside), element: inside, user: userEvent.setup() };
}

test('the launcher opens the chat, and Escape closes it and gives the focus back', async () => {
  const chat = createScriptedChat();
  const { inside, user, element } = put({}, async () => chat.module);
  await user.click(inside.getByRole('button', { name: 'Open chat' }));
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  expect(inside.getByRole('button', { name: 'Close chat' })).toHaveAttribute('aria-expanded', 'true');
  element
    .querySelector('section')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(chat.asked.at(-1)).toEqual(['setOpen', false]);
  expect(inside.getByRole('button', { name: 'Open chat' })).toBe(
    document.querySelector('colloquy-widget')?.shadowRoot?.activeElement,
  );
});

test('nothing of the chat is fetched before it is wanted, or the browser has been idle', () => {
  let loads = 0;
  const { clock } = put({}, async () => {
    loads++;
    return createScriptedChat().module;
  });
  expect(loads).toBe(0);
  clock.advance(3_000);
  expect(loads).toBe(1);
});

test('a chat that cannot be loaded says so and is tried again', async () => {
  const chat = createScriptedChat();
  let isDown = true;
  const { inside, user } = put({}, async () => {
    if (isDown) throw new Error('offline');
    return chat.module;
  });
  await user.click(inside.getByRole('button', { name: 'Open chat' }));
  expect(await inside.findByRole('alert')).toHaveTextContent('The chat could not be shown.');
  isDown = false;
  await user.click(inside.getByRole('button', { name: 'Show it again' }));
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  expect(inside.queryByRole('alert')).toBeNull();
});

test('unread messages stand on the launcher and in its name', async () => {
  const chat = createScriptedChat();
  const { widget, inside } = put({}, async () => chat.module);
  widget.send('Hello');
  await waitFor(() => expect(chat.asked).toContainEqual(['send', 'Hello']));
  const told: unknown[] = [];
  widget.on('unread', (count) => told.push(count));
  chat.options()?.onUnread(120, 'Open chat, 120 unread messages');
  expect(inside.getByRole('button', { name: 'Open chat, 120 unread messages' })).toHaveTextContent('99+');
  await waitFor(() => expect(told).toEqual([120]));
});

test('a conversation that goes on is remembered: a closed widget then loads the chat by itself', async () => {
  const chat = createScriptedChat();
  const first = put({}, async () => chat.module);
  first.widget.open();
  await waitFor(() => expect(chat.options()).toBeDefined());
  chat.options()?.onConversation(true);
  first.widget.destroy();
  const later = createScriptedChat();
  put({}, async () => later.module);
  await waitFor(() => expect(later.asked).toEqual([['setOpen', false]]));
});

test('destroy leaves nothing on the page and no timer', () => {
  const { widget, clock } = put({}, async () => createScriptedChat().module);
  widget.destroy();
  expect(document.querySelector('colloquy-widget')).toBeNull();
  expect(clock.pending).toBe(0);
});

test('an Arabic widget stands at the other side at once, and speaks Arabic as soon as it can', async () => {
  const { element, inside } = put({ locale: 'ar' }, async () => createScriptedChat().module);
  expect(element).toHaveAttribute('dir', 'rtl');
  expect(await inside.findByRole('button', { name: 'فتح المحادثة' })).toBeVisible();
});

test('words that come late leave an open launcher named for what it does, and unread messages counted', async () => {
  const chat = createScriptedChat();
  let resolve = (_: WordsModule): void => undefined;
  const promise = new Promise<WordsModule>((settle) => (resolve = settle));
  const { widget, inside } = put(
    { locale: 'fr' },
    async () => chat.module,
    () => promise,
  );
  widget.open();
  await waitFor(() => expect(chat.options()).toBeDefined());
  chat.options()?.onUnread(2, 'deux messages');
  resolve(await import('../../src/locales/packs.ts'));
  expect(await inside.findByRole('button', { name: 'Fermer la discussion' })).toBeVisible();
  widget.close();
  expect(inside.getByRole('button', { name: 'deux messages' })).toBeVisible();
});

test('where the words cannot be had, the launcher speaks English', async () => {
  const { inside, user } = put(
    { locale: 'pl' },
    async () => createScriptedChat().module,
    async () => {
      throw new Error('offline');
    },
  );
  await user.click(inside.getByRole('button', { name: 'Open chat' }));
  expect(await inside.findByRole('button', { name: 'Close chat' })).toBeVisible();
});

test.each([
  ['data attributes with all that is needed', GIVEN, true],
  ['no integration', { tokenUrl: '/token' }, false],
  ['no token endpoint', { integrationId: 'shop' }, false],
])('reads %s', (_what, given, isRead) => {
  expect(readConfig(given) !== undefined).toBe(isRead);
});

test('the global takes commands as a function and as methods, for one widget or for another by its name', async () => {
  const calls: string[] = [];
  const global = createGlobal((config) => {
    const note = (name: string) => (value?: unknown) =>
      void calls.push([config.name, name, value].filter(Boolean).join(' '));
    return {
      name: config.name,
      open: note('open'),
      close: note('close'),
      toggle: note('toggle'),
      send: note('send'),
      setContext: (parameters) => note('setContext')(JSON.stringify(parameters)),
      identify: note('identify'),
      logout: async () => note('logout')(),
      on: () => () => undefined,
      destroy: note('destroy'),
    };
  });
  global('open'); // nobody there yet: nothing happens
  global.init(GIVEN);
  global('init', { ...GIVEN, name: 'second' });
  global('open');
  global.send('Hi');
  global('setContext', { items: 3 });
  global.widget('second')?.toggle();
  global('nonsense', 1);
  await global.logout();
  global.destroy();
  expect(calls).toEqual([
    'default open',
    'default send Hi',
    'default setContext {"items":"3"}',
    'second toggle',
    'default logout',
    'default destroy',
    'second destroy',
  ]);
  expect(global.widget('second')).toBeUndefined();
});

test('calls made before the script are found in a stub and in a plain array', () => {
  const stub = Object.assign(() => undefined, { q: [['open'], ['send', 'Hi']] });
  expect(queuedCalls(stub)).toEqual([['open'], ['send', 'Hi']]);
  expect(queuedCalls([['toggle']])).toEqual([['toggle']]);
  expect(queuedCalls(undefined)).toEqual([]);
});
