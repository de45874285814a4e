import { expect, test } from 'vitest';
import { LOCALES, direction, en } from '../../src/locales/index.ts';
import { launcherWords } from '../../src/locales/packs.ts';
import { nightTokens, paper, themes } from '../../src/theme/index.ts';
import { LAUNCHER_BRANDS, LAUNCHER_COLOURS } from '../../src/widget/launcherColours.ts';
import { ENGLISH, isRightToLeft } from '../../src/widget/launcher.ts';
import { loadWords } from '../../src/widget/loadWords.ts';

const fetchWords = () => import('../../src/locales/packs.ts');

test.each(LOCALES)('the launcher speaks %s as the pack does', async (locale) => {
  const { launcher, error } = await loadWords(locale, fetchWords);
  expect(launcherWords(locale) ?? ENGLISH).toEqual([launcher.open, launcher.close, error.text, error.retry]);
  expect(isRightToLeft(locale) ? 'rtl' : 'ltr').toBe(direction(locale));
});

test('a language that is not there becomes English', async () => {
  expect(await loadWords('xx', fetchWords)).toBe(en);
  expect(['xx', '', 'en-GB'].map(launcherWords)).toEqual([undefined, undefined, undefined]);
});

test('the launcher has the brand of each other theme', () => {
  const { paper: _day, night: _night, ...others } = themes;
  const brands = Object.entries(others).map(([name, { light }]) => [name, light.brand]);
  expect(LAUNCHER_BRANDS).toEqual(Object.fromEntries(brands));
});

test('the launcher has the colours of Paper and its dark twin', () => {
  const of = ({ brand, brandInk, accentText }: Record<'brand' | 'brandInk' | 'accentText', string>) => [
    brand,
    brandInk,
    accentText,
  ];
  expect(LAUNCHER_COLOURS).toEqual({ light: of(paper.light), dark: of({ ...paper.light, ...nightTokens }) });
});
