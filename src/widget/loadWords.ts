import { en } from '../locales/index.ts';
import type { Words } from '../locales/index.ts';
import { spokenLanguage } from './launcherWords.ts';

/** The pack for a BCP 47 tag, fetched alone; English where there is none or it cannot be had. */
export async function loadWords(locale: string): Promise<Words> {
  try {
    switch (spokenLanguage(locale)) {
      case 'de':
        return (await import('../locales/de.ts')).de;
      case 'ar':
        return (await import('../locales/ar.ts')).ar;
      default:
        return en;
    }
  } catch {
    return en;
  }
}
