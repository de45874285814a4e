import { waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { WordsModule } from '../../src/widget/wordsModule.ts';
import { clearPage, createScriptedChat, put } from './widgetStage.ts';

afterEach(clearPage);

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
