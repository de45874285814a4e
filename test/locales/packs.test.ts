import { describe, expect, test } from 'vitest';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { createLanguage, direction, en, mergeWords } from '../../src/locales/index.ts';

/** Every path in a pack, so that a missing sentence has a name. */
function paths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

describe('packs', () => {
  test.each([
    ['de', de],
    ['ar', ar],
  ])('%s says everything that English says, and nothing empty', (_, pack) => {
    expect(paths(pack)).toEqual(paths(en));
    expect(strings(pack).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('the English accessible names are the promised ones', () => {
    expect([
      en.launcher.open,
      en.frame.chat,
      en.list.messages,
      en.composer.label,
      en.composer.send,
      en.header.minimize,
      en.header.end,
      en.idle.stay,
    ]).toEqual([
      'Open chat',
      'Chat',
      'Messages',
      'Message',
      'Send message',
      'Minimize chat',
      'End chat',
      'Stay in the chat',
    ]);
  });

  test('plurals follow the rules of the language', () => {
    expect(en.list.newMessages(1)).toBe('1 new message');
    expect(en.list.newMessages(20)).toBe('20 new messages');
    expect(de.list.newMessages(2)).toBe('2 neue Nachrichten');
    expect(ar.list.newMessages(2)).toBe('رسالتان جديدتان');
    expect(new Set([1, 2, 3, 11, 100].map(ar.list.newMessages)).size).toBe(5);
  });

  test('a site replaces one sentence and keeps the rest', () => {
    const words = mergeWords(en, { empty: { title: 'Ahoy' } });
    expect(words.empty).toEqual({ ...en.empty, title: 'Ahoy' });
    expect(words.idle).toEqual(en.idle);
    expect(en.empty.title).not.toBe('Ahoy');
  });

  test.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['de-CH', 'ltr'],
    ['', 'ltr'],
  ])('%s is written %s', (locale, expected) => {
    expect(direction(locale)).toBe(expected);
  });

  test('a malformed locale still gives a language', () => {
    expect(createLanguage('not a locale!').formats.number(1000)).toBe('1,000');
  });
});
