import type { Words } from './words.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const STRANGE = 'áƀçđéƒğĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ';

/** German runs about a third longer than English; a layout that stands this stands a translation. */
const LONGER_BY = 0.35;

/**
 * A language that nobody speaks, made from a pack for tests and for looking at: every sentence stays readable, wears
 * accents, is a third longer and stands in ⟦brackets⟧. What stands without them was not taken from the pack.
 */
export function createPseudoWords(words: Words): Words {
  return disguised(words);
}

/** Keeps the shape: texts are disguised, functions speak disguised, all else is walked into. */
function disguised<Value>(value: Value): Value;
function disguised(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (typeof value === 'function') return (...given: readonly unknown[]) => pseudo(String(value(...given)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, disguised(inner)]));
}

function pseudo(text: string): string {
  const strange = text.replace(/[a-z]/gi, (letter) => STRANGE[PLAIN.indexOf(letter)] ?? letter);
  return `⟦${strange}${'·'.repeat(Math.ceil(text.length * LONGER_BY))}⟧`;
}
