import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import {
  LOCALES,
  bestLocale,
  createLanguage,
  createPseudoWords,
  direction,
  en,
  loadWords,
  mergeWords,
} from '../../src/locales/index.ts';
import type { Words } from '../../src/locales/index.ts';

/** Every countable phrase that was spoken: its forms, noted on the way to the real thing. */
const spoken = vi.hoisted(() => [] as Record<string, string>[]);
vi.mock('../../src/locales/createPlural.ts', async (original) => {
  const { createPlural } = await original<typeof import('../../src/locales/createPlural.ts')>();
  return {
    createPlural: (locale: string) => (count: number, forms: { other: string }) => {
      spoken.push(forms);
      return createPlural(locale)(count, forms);
    },
  };
});

const packs: (readonly [string, Words])[] = await Promise.all(
  LOCALES.map(async (locale) => [locale, await loadWords(locale)] as const),
);

/** Every sentence of a pack by its path; a function speaks of the arguments that stand out in the result. */
function sentences(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...argumentsOf(path, value.length)))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`));
}

/** A number that no rule treats as special, and names that no language has. */
function argumentsOf(path: string, count: number): unknown[] {
  if (path === '.header.participants') return [['Ⓐ', 'Ⓑ']];
  const isNumeric = /unread|newMessages|many$|\.card$|uploading|tooMany|charactersLeft|tooLong/.test(path);
  const isText = path === '.problems.too-long';
  return (isNumeric && !isText ? [37, 48] : ['Ⓐ', 'Ⓑ']).slice(0, count);
}

/** What a sentence takes over from its arguments, wherever it stands; digits in any script. */
function placeholders(text: string, locale: string): string[] {
  const digits = new Intl.NumberFormat(locale);
  return ['Ⓐ', 'Ⓑ', digits.format(37), digits.format(48)].map((each, index) =>
    text.includes(each) ? `${index}` : '',
  );
}

describe('packs', () => {
  test('there are at least 24, one file each, and no file without a place in the list', () => {
    const files = readdirSync(new URL('../../src/locales/', import.meta.url)).flatMap(
      (file) => /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(file)?.[1] ?? [],
    );
    expect(files.toSorted()).toEqual([...LOCALES].toSorted());
    expect(LOCALES.length).toBeGreaterThanOrEqual(24);
  });

  test.each(packs)('%s says everything that English says, and nothing empty', (_, pack) => {
    expect(sentences(pack).map(([path]) => path)).toEqual(sentences(en).map(([path]) => path));
    expect(sentences(pack).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  test.each(packs)('%s puts in what English puts in', (locale, pack) => {
    const english = new Map(sentences(en).map(([path, text]) => [path, placeholders(text, 'en')]));
    const own = new Map(sentences(pack).map(([path, text]) => [path, placeholders(text, locale)]));
    expect(own).toEqual(english);
  });

  test.each(packs)('%s has a form for every plural category of its language', (locale, pack) => {
    const rules = new Intl.PluralRules(locale);
    const categories = rules.resolvedOptions().pluralCategories.toSorted();
    const counts = Array.from({ length: 201 }, (_, count) => count);
    spoken.length = 0;
    sentences(pack);
    expect(spoken.length).toBeGreaterThanOrEqual(6);
    for (const forms of spoken) {
      expect(Object.keys(forms).toSorted()).toEqual(categories);
      // Without a digit a form may only stand for one number.
      const digitless = Object.keys(forms).filter((category) => !forms[category]?.includes('#'));
      const counted = digitless.map((each) => counts.filter((count) => rules.select(count) === each).length);
      expect(Math.max(1, ...counted)).toBe(1);
    }
  });

  test.each(packs)('%s is not English left over', (locale, pack) => {
    const english = new Map(sentences(en));
    const same = sentences(pack).filter(([path, text]) => text.length > 12 && english.get(path) === text);
    expect(locale === 'en' ? [] : same).toEqual([]);
  });

  test('the English accessible names are the promised ones', () => {
    const { launcher, frame, list, composer, header, idle } = en;
    expect([
      ...[launcher.open, frame.chat, list.messages, composer.label],
      ...[composer.send, header.minimize, header.end, idle.stay],
    ]).toEqual([
      ...['Open chat', 'Chat', 'Messages', 'Message'],
      ...['Send message', 'Minimize chat', 'End chat', 'Stay in the chat'],
    ]);
  });
});

describe('counts', () => {
  test.each([
    ['en', 1, '1 new message'],
    ['de', 2, '2 neue Nachrichten'],
    ['ar', 2, 'رسالتان جديدتان'],
    ['he', 2, 'שתי הודעות חדשות'],
    ['pl', 2, '2 nowe wiadomości'],
    ['pl', 5, '5 nowych wiadomości'],
    ['pl', 22, '22 nowe wiadomości'],
    ['ru', 21, '21 новое сообщение'],
    ['ru', 11, '11 новых сообщений'],
    ['uk', 3, '3 нові повідомлення'],
    ['cs', 5, '5 nových zpráv'],
    ['fr', 1_000_000, '1\u202f000\u202f000 de nouveaux messages'],
    ['fa', 12, '۱۲ پیام جدید'],
    ['ja', 1, '新着メッセージ 1 件'],
  ])('%s counts %i as its speakers do', async (locale, count, expected) => {
    expect((await loadWords(locale)).list.newMessages(count)).toBe(expected);
  });

  test('Arabic has five ways to say it', async () => {
    const { list } = await loadWords('ar');
    expect(new Set([1, 2, 3, 11, 100].map(list.newMessages)).size).toBe(5);
  });
});

describe('a language of one instance', () => {
  test('replaces one sentence and keeps the rest', () => {
    const words = mergeWords(en, { empty: { title: 'Ahoy' } });
    expect(words.empty).toEqual({ ...en.empty, title: 'Ahoy' });
    expect(words.idle).toEqual(en.idle);
    expect(en.empty.title).not.toBe('Ahoy');
  });

  test('any sentence of any group can be replaced', () => {
    const marked = createPseudoWords(en);
    expect(sentences(mergeWords(en, marked))).toEqual(sentences(marked));
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

  test('four of the packs are written from right to left', () => {
    expect(LOCALES.filter((locale) => direction(locale) === 'rtl')).toEqual(['ar', 'fa', 'he', 'ur']);
  });

  test.each([
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['pt', 'pt-BR'],
    ['pt_PT', 'pt-BR'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['fil', 'en'],
    ['xx', 'en'],
    ['not a locale!', 'en'],
    ['', 'en'],
  ])('%s is best answered in %s', (asked, expected) => {
    expect(bestLocale(asked)).toBe(expected);
  });

  test('a malformed locale still gives a language', () => {
    expect(createLanguage('not a locale!').formats.number(1000)).toBe('1,000');
  });
});

describe('the pseudo-locale', () => {
  const pseudo = createPseudoWords(en);

  test('says everything, in brackets, with accents and a third longer', () => {
    const english = new Map(sentences(en));
    for (const [path, text] of sentences(pseudo)) {
      const plain = english.get(path) ?? '';
      expect(text).toMatch(/^⟦.+⟧$/su);
      expect(text).not.toContain(plain);
      expect(text.length).toBeGreaterThanOrEqual(plain.length * 1.3);
    }
  });
});
