import { expect, test } from 'vitest';
import { readConfig } from '../../src/widget/widgetConfig.ts';
import { GIVEN } from './widgetStage.ts';

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
