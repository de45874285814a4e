import { waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import type { ChatModule, MountOptions } from '../../src/widget/chatModule.ts';
import { defineChatElement } from '../../src/widget/chatElement.ts';
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
  sessionStorage.clear();
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
  const host = [...document.querySelectorAll('colloquy-widget')].at(-1);
  const inside = host?.shadowRoot?.querySelector('div');
  if (!(inside instanceof HTMLElement)) throw new Error('The widget stands in an open shadow root');
  return { widget, clock, inside: within(inside), element: inside, user: userEvent.setup() };
}

/** A widget with a conversation that goes on, standing open. */
async function goesOn(config: Parameters<typeof put>[0] = {}) {
  const chat = createScriptedChat();
  const first = put(config, async () => chat.module);
  first.widget.open();
  await waitFor(() => expect(chat.options()).toBeDefined());
  chat.options()?.onConversation(true);
  return { chat, first };
}

test('the launcher opens the chat, and Escape closes it and gives the focus back', async () => {
  const chat = createScriptedChat();
  const { inside, user, element } = put({}, async () => chat.module);
  await user.click(inside.getByRole('button', { name: 'Open chat' }));
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  expect(inside.getByRole('button', { name: 'Close chat' })).toHaveAttribute('aria-expanded', 'true');
  element
    .querySelector('section')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  expect(chat.asked.at(-1)).toEqual(['setOpen', false]);
  expect(inside.getByRole('button', { name: 'Open chat' })).toBe(
    document.querySelector('colloquy-widget')?.shadowRoot?.activeElement,
  );
});

test('a chat that is closing leaves clicks to the page at once, not when it has faded', async () => {
  const chat = createScriptedChat();
  const { widget, element } = put({}, async () => chat.module);
  widget.open();
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  const section = element.querySelector('section');
  if (!section) throw new Error('The chat stands in its place');
  section.style.cssText = 'inline-size: 200px; block-size: 200px';
  const hit = (): Element | null => {
    const { left, top, width, height } = section.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2);
  };
  expect(hit()?.localName).toBe('colloquy-widget');
  widget.close();
  expect(hit()?.localName).not.toBe('colloquy-widget');
});

test('two floating widgets stand beside each other where the page says so', () => {
  const style = document.createElement('style');
  style.textContent = 'colloquy-widget ~ colloquy-widget { --colloquy-inline: 92px }';
  document.head.append(style);
  const right = ({ inside }: ReturnType<typeof put>): number =>
    inside.getByRole('button', { name: 'Open chat' }).getBoundingClientRect().right;
  const first = put({}, async () => createScriptedChat().module);
  const second = put({ name: 'second' }, async () => createScriptedChat().module);
  expect(right(first) - right(second)).toBe(72);
  style.remove();
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
  const { first } = await goesOn();
  first.widget.close();
  await waitFor(() => expect(Object.values(localStorage)).toEqual(['going']));
  first.widget.destroy();
  const later = createScriptedChat();
  put({}, async () => later.module);
  await waitFor(() => expect(later.asked).toEqual([['setOpen', false]]));
});

test('a chat that stood open does so on the next page, and takes no focus there', async () => {
  const { chat, first } = await goesOn();
  first.widget.destroy();
  const quiet: unknown[] = [];
  const later: ChatModule = {
    mountChat: (options) => ({
      ...chat.module.mountChat(options),
      setOpen: (...given) => void quiet.push(given),
    }),
  };
  const second = put({}, async () => later);
  await waitFor(() => expect(quiet).toEqual([[true, true]]));
  second.widget.close();
  await waitFor(() => expect(Object.values(localStorage)).toEqual(['going']));
  second.widget.destroy();
  put({}, async () => later);
  await waitFor(() => expect(quiet.at(-1)).toEqual([false, false]));
});

test('a chat that stands open in one tab waits closed in another, where its conversation is known', async () => {
  const { first } = await goesOn();
  first.widget.destroy();
  sessionStorage.clear(); // another tab has one of its own
  const later = createScriptedChat();
  put({}, async () => later.module);
  await waitFor(() => expect(later.asked).toEqual([['setOpen', false]]));
});

test('a conversation that another tab has ended opens no chat in this one', async () => {
  const { first } = await goesOn();
  first.widget.destroy();
  localStorage.clear();
  const { inside } = put({}, async () => createScriptedChat().module);
  expect(inside.getByRole('button', { name: 'Open chat' })).toHaveAttribute('aria-expanded', 'false');
});

test('with storage "none" nothing is remembered, with "session" only in this tab', async () => {
  for (const storage of ['none', 'session']) {
    const { widget } = (await goesOn({ storage })).first;
    expect([localStorage.length, sessionStorage.length]).toEqual([0, storage === 'session' ? 1 : 0]);
    await widget.logout();
    expect(sessionStorage).toHaveLength(0);
    widget.destroy();
  }
});

test('nothing is stored before the visitor acts', () => {
  const { clock } = put({}, async () => createScriptedChat().module);
  clock.advance(10_000);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});

test('an inline chat stands in its element, open, without a launcher, and Escape leaves it there', async () => {
  const chat = createScriptedChat();
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'here';
  const { element } = put({ shell: 'inline', target: '#here' }, async () => chat.module);
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  expect(target.querySelector('colloquy-widget')).not.toBeNull();
  expect(element.querySelector('.launcher')).not.toBeVisible();
  element
    .querySelector('section')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  expect(chat.asked).toEqual([['setOpen', true]]);
  target.remove();
});

test('popped out, the chat is put away here and the focus waits at the launcher; a refused window leaves it', async () => {
  const chat = createScriptedChat();
  const { widget, inside } = put({ popOut: '/chat.html' }, async () => chat.module);
  widget.open();
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  const opened: unknown[] = [];
  const opening = vi.spyOn(window, 'open').mockImplementation((...given) => {
    opened.push(given);
    return opened.length === 1 ? null : window;
  });
  expect(widget.popOut()).toBe(false);
  expect(chat.asked.at(-1)).toEqual(['setOpen', true]);
  expect(widget.popOut()).toBe(true);
  expect(opened[1]).toEqual(['/chat.html', '/chat.html', expect.stringContaining('width')]);
  expect(chat.asked.at(-1)).toEqual(['setOpen', false]);
  expect(document.querySelector('colloquy-widget')?.shadowRoot?.activeElement).toBe(
    inside.getByRole('button', { name: 'Open chat' }),
  );
  expect(put({ name: 'without' }, async () => chat.module).widget.popOut()).toBe(false);
  opening.mockRestore();
});

test('two widgets of a page know nothing of each other', async () => {
  const chats = [createScriptedChat(), createScriptedChat()];
  const [one, two] = chats.map(
    (chat, index) => put({ name: `chat-${index}` }, async () => chat.module).widget,
  );
  one?.open();
  await waitFor(() => expect(chats[0]?.options()).toBeDefined());
  chats[0]?.options()?.onConversation(true);
  one?.setContext({ basket: 3 });
  expect(chats[0]?.asked).toEqual([
    ['setOpen', true],
    ['setContext', { basket: '3' }],
  ]);
  expect(chats[1]?.asked).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(['colloquy:chat-0::shop']);
  one?.destroy();
  expect(document.querySelectorAll('colloquy-widget')).toHaveLength(1);
  two?.destroy();
});

test('<colloquy-chat> makes an inline chat of its attributes, and takes it off when it goes', () => {
  const made: unknown[] = [];
  defineChatElement((given) => {
    const { widget } = put(given, async () => createScriptedChat().module);
    made.push(given);
    return widget;
  });
  defineChatElement(() => undefined); // a second copy of the script: the first one's stands
  const chat = document.createElement('colloquy-chat');
  Object.assign(chat.dataset, GIVEN);
  document.body.append(chat);
  expect(made).toEqual([{ ...GIVEN, shell: 'inline', name: 'colloquy-chat-1', target: chat }]);
  expect(chat.querySelector('colloquy-widget')).not.toBeNull();
  chat.remove();
  expect(chat.querySelector('colloquy-widget')).toBeNull();
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

test('what a page has put onto the prototype of all objects was not said to the chat', () => {
  const evil = { hostUrl: 'https://evil.example', frame: 'https://evil.example', shell: 'page', open: true };
  Object.assign(Object.prototype, evil);
  try {
    expect(readConfig(GIVEN)).toMatchObject({ shell: 'floating', open: false });
    expect([readConfig(GIVEN)?.hostUrl, readConfig(GIVEN)?.frame]).toEqual([undefined, undefined]);
  } finally {
    for (const name of Object.keys(evil)) Reflect.deleteProperty(Object.prototype, name);
  }
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
      popOut: () => true,
      identify: note('identify'),
      logout: async () => note('logout')(),
      on: () => () => undefined,
      destroy: note('destroy'),
    };
  });
  global('open'); // nobody there yet: the call waits
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
    'default open',
    'default send Hi',
    'default setContext {"items":3}',
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
