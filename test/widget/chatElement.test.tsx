import { afterEach, expect, test } from 'vitest';
import { defineChatElement } from '../../src/widget/chatElement.ts';
import { clearPage, createScriptedChat, GIVEN, put } from './widgetStage.ts';

afterEach(clearPage);

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
