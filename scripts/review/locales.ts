import { LOCALES } from '../../src/locales/bestLocale.ts';
import { en } from '../../src/locales/en.ts';
import { loadWords } from '../../src/locales/loadWords.ts';

/** Every language, with the part of the English sentences that it has: 1 is all. */
export async function measureLocales(): Promise<readonly LocaleFigures[]> {
  const wanted = pathsOf(en);
  return Promise.all(
    LOCALES.map(async (locale) => {
      const has = new Set(pathsOf(await loadWords(locale)));
      return { locale, completeness: wanted.filter((path) => has.has(path)).length / wanted.length };
    }),
  );
}

/** See `measureLocales`. */
export interface LocaleFigures {
  readonly locale: string;
  readonly completeness: number;
}

function pathsOf(node: unknown, path = ''): readonly string[] {
  if (typeof node === 'string' || typeof node === 'function') return [path];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`));
}
