import { en } from './en.ts';
import { loadPack } from './loadPack.ts';
import type { Words } from './words.ts';

/** The words for a BCP 47 tag, their pack fetched alone; English where there is none. Rejects where it cannot be fetched. */
export async function loadWords(locale: string): Promise<Words> {
  return (await loadPack(locale)) ?? en;
}
