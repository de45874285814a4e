import { beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { defineChatElement } from '../../src/widget/chatElement.ts';
import { clearPage, createScriptedChat, GIVEN, put } from './widgetStage.ts';

/** What the element was made of, time after time: a page defines it once. */
let made: Readonly<Record<string, unknown>>[] = [];
beforeAll(() => {
  defineChatElement((given) => {
    const { integrationId, tokenUrl } = given;
    if (!integrationId || !tokenUrl) return undefined;
    made.push(given);
    return put(given, async () => createScriptedChat().module).widget;
  });
  defineChatElement(() => undefined); // a second copy of the script: the first one's stands
});
beforeEach(() => (made = []));
afterEach(() => {
  for (const element of document.querySelectorAll('colloquy-chat')) element.remove();
  clearPage();
});

function makeElement(given: Readonly<Record<string, string>> = GIVEN): HTMLElement {
  const element = document.createElement('colloquy-chat');
  Object.assign(element.dataset, given);
  return element;
}

test('<colloquy-chat> makes an inline chat of its attributes, and takes it off when it goes', async () => {
  const chat = makeElement();
  document.body.append(chat);
  await Promise.resolve();
  expect(made).toEqual([{ ...GIVEN, shell: 'inline', name: 'colloquy-chat-1', target: chat }]);
  expect(chat.querySelector('colloquy-widget')).not.toBeNull();
  chat.remove();
  expect(chat.querySelector('colloquy-widget')).toBeNull();
});

test('it comes with the last attribute that it needs, where a framework says them late', async () => {
  const chat = document.body.appendChild(makeElement({ shadow: 'open', integrationId: 'shop' }));
  await Promise.resolve();
  expect(made).toEqual([]);
  chat.dataset['tokenUrl'] = GIVEN.tokenUrl;
  chat.dataset['theme'] = 'fjord';
  await Promise.resolve();
  expect(made).toEqual([expect.objectContaining({ integrationId: 'shop', theme: 'fjord' })]);
  chat.dataset['tokenUrl'] = '/another';
  await Promise.resolve();
  chat.dataset['tokenUrl'] = '/gone';
  chat.remove();
  await Promise.resolve();
  expect(made).toHaveLength(1);
  expect(chat.querySelector('colloquy-widget')).toBeNull();
});

test('moved it is called as before, by which it remembers; two are called by two names', () => {
  const [one, other] = [makeElement(), makeElement()];
  document.body.append(one, other);
  document.body.append(one);
  other.remove();
  document.body.append(other);
  expect(made.map(({ name }) => name)).toEqual([
    'colloquy-chat-1',
    'colloquy-chat-2',
    'colloquy-chat-1',
    'colloquy-chat-2',
  ]);
});
