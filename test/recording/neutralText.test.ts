import { expect, test } from 'vitest';
import { neutralText, neutralUrl } from '../../src/recording/neutralText.ts';
import { isSafeUrl } from '../../src/protocol/index.ts';
import fc from '../support/property.ts';

test('letters, digits and pictures go, the look stays', () => {
  expect(neutralText('Anna Berg, Wharf Lane 4: 12,50 €!')).toBe('Xxxx Xxxx, Xxxxx Xxxx 0: 00,00 €!');
  expect(neutralText('**Ça va** mal')).toBe('**Xx xx** xxx');
  expect(neutralText('שלום 42')).toBe('אאאא 00');
  expect(neutralText('مرحبا')).toBe('ممممم');
  expect(neutralText('注文 カ')).toBe('〇〇 〇');
  expect(neutralText('Nice 👍🏿 ☀')).toBe('Xxxx \u{1f642}\u{1f3fd} ☺');
});

test('an address stays one, over https, and leads to nobody', () => {
  expect(neutralUrl('https://track.example/4711?a=b')).toBe('https://xxxxxxxxxxxxx/0000?x=x');
  expect(neutralUrl('http://127.0.0.1:8080/a.png')).toBe('https://xxxxxxxx:xxxx/x.xxx');
  expect(neutralUrl('/v1/files/12?sig=ab')).toBe('/x0/xxxxx/00?xxx=xx');
  expect(neutralText('See [this](https://a.example/b) now')).toBe('Xxx [xxxx](https://xxxxxxxxx/x) xxx');
});

test('no letter and no digit is left of any text, and its length is kept', () => {
  // Code points, one by one: in a class some of them would join.
  const neutral = new Set('Xx0\u05d0\u0645\u3007\u263a\u200d\u{1f642}\u{1f3fd}\u{1f1fd}');
  const meaning = /[\p{L}\p{N}\p{M}\p{Alphabetic}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const left = neutralText(text);
      expect(left.length).toBe(text.length);
      const letters = (left.match(meaning) ?? []).join('').replaceAll('https', '');
      expect(Array.from(letters).filter((letter) => !neutral.has(letter))).toEqual([]);
    }),
  );
});

test('what a page may load, it may load when it is neutral', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const left = neutralUrl(url);
      expect(left.length).toBe(url.length);
      if (!isSafeUrl(url)) return;
      expect([isSafeUrl(left), new URL(left).hostname.includes('.')]).toEqual([true, false]);
    }),
  );
});
