import { expect, test } from 'vitest';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { direction, en } from '../../src/locales/index.ts';
import { nightTokens, paper } from '../../src/theme/paper.ts';
import { LAUNCHER_COLOURS } from '../../src/widget/launcherColours.ts';
import { LAUNCHER_WORDS, spokenLanguage } from '../../src/widget/launcherWords.ts';

test.each([
  ['en', en],
  ['de', de],
  ['ar', ar],
])('the launcher speaks %s as the pack does', (language, words) => {
  expect(LAUNCHER_WORDS[language]).toEqual([
    words.launcher.open,
    words.launcher.close,
    words.error.text,
    words.error.retry,
    direction(language),
  ]);
});

test('a language that is not there becomes English', () => {
  expect(['de-AT', 'AR', 'xx', ''].map(spokenLanguage)).toEqual(['de', 'ar', 'en', 'en']);
});

test('the launcher has the colours of Paper and its dark twin', () => {
  const of = ({ brand, brandInk, accentText }: Record<'brand' | 'brandInk' | 'accentText', string>) => [
    brand,
    brandInk,
    accentText,
  ];
  expect(LAUNCHER_COLOURS).toEqual({ light: of(paper.light), dark: of({ ...paper.light, ...nightTokens }) });
});
