import { en } from '../locales/index.ts';
import type { Words } from '../locales/index.ts';
import { isEnglish } from './isEnglish.ts';
import type { WordsModule } from './wordsModule.ts';

/** The pack for a BCP 47 tag, fetched alone; English where there is none or it cannot be had. */
export async function loadWords(locale: string, fetchWords: () => Promise<WordsModule>): Promise<Words> {
  if (isEnglish(locale)) return en;
  try {
    const { loadPack } = await fetchWords();
    return (await loadPack(locale)) ?? en;
  } catch {
    return en;
  }
}
