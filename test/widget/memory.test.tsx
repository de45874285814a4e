import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ChatModule } from '../../src/widget/chatModule.ts';
import { clearPage, createScriptedChat, goesOn, put } from './widgetStage.ts';

afterEach(clearPage);

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

test('logged out of while it is fetched, the chat comes no more, and nothing is remembered; opened again, it does', async () => {
  const { first } = await goesOn();
  first.widget.destroy();
  const chat = createScriptedChat();
  let fetched = (): void => undefined;
  const fetching = new Promise<void>((resolve) => (fetched = resolve));
  const { widget, inside } = put({}, async () => {
    await fetching;
    return chat.module;
  });
  widget.send('Hello');
  await widget.logout();
  fetched();
  await fetching;
  expect(inside.getByRole('button', { name: 'Open chat' })).toHaveAttribute('aria-expanded', 'false');
  widget.open();
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});

test('logged out of, the chat is out of sight at once, and forgotten whatever it tells of itself as it ends', async () => {
  const chat = createScriptedChat();
  let ended = (): void => undefined;
  const module: ChatModule = {
    mountChat: (options) => ({
      ...chat.module.mountChat(options),
      logout: () => new Promise((resolve) => (ended = resolve)),
    }),
  };
  const { widget, inside } = put({}, async () => module);
  widget.open();
  await waitFor(() => expect(chat.asked).toEqual([['setOpen', true]]));
  const over = widget.logout();
  expect(chat.asked.at(-1)).toEqual(['setOpen', false]);
  chat.options()?.onConversation(true);
  ended();
  await over;
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  expect(inside.getByRole('button', { name: 'Open chat' })).toHaveAttribute('aria-expanded', 'false');
  widget.open();
  await waitFor(() => expect(chat.asked.at(-1)).toEqual(['setOpen', true]));
});

test('what the page said of one customer is not told of the next', async () => {
  const chat = createScriptedChat();
  const { widget } = put({}, async () => chat.module);
  widget.setContext({ basket: 3 });
  widget.open();
  await waitFor(() => expect(chat.options()?.parameters).toEqual({ basket: '3' }));
  await widget.logout();
  widget.open();
  await waitFor(() => expect(chat.options()?.parameters).toEqual({}));
});
