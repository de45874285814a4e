import { expect, test } from 'vitest';
import { createGlobal, queuedCalls } from '../../src/widget/pageGlobal.ts';
import { GIVEN } from './widgetStage.ts';

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
