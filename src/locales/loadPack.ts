import { bestLocale } from './bestLocale.ts';
import type { Locale } from './bestLocale.ts';
import type { Words } from './words.ts';

/**
 * The pack for a BCP 47 tag, fetched alone: `de-AT` speaks `de`, `zh-HK` speaks `zh-TW`. Undefined where the best answer
 * is English, which everybody has already. Rejects where the pack cannot be fetched.
 */
export async function loadPack(locale: string): Promise<Words | undefined> {
  const best = bestLocale(locale);
  return best === 'en' ? undefined : PACKS[best]();
}

const PACKS: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Words>>> = {
  ar: async () => (await import('./ar.ts')).ar,
  cs: async () => (await import('./cs.ts')).cs,
  da: async () => (await import('./da.ts')).da,
  de: async () => (await import('./de.ts')).de,
  el: async () => (await import('./el.ts')).el,
  es: async () => (await import('./es.ts')).es,
  fa: async () => (await import('./fa.ts')).fa,
  fi: async () => (await import('./fi.ts')).fi,
  fr: async () => (await import('./fr.ts')).fr,
  he: async () => (await import('./he.ts')).he,
  hi: async () => (await import('./hi.ts')).hi,
  it: async () => (await import('./it.ts')).it,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  nb: async () => (await import('./nb.ts')).nb,
  nl: async () => (await import('./nl.ts')).nl,
  pl: async () => (await import('./pl.ts')).pl,
  'pt-BR': async () => (await import('./pt-BR.ts')).ptBr,
  ru: async () => (await import('./ru.ts')).ru,
  sv: async () => (await import('./sv.ts')).sv,
  tr: async () => (await import('./tr.ts')).tr,
  uk: async () => (await import('./uk.ts')).uk,
  ur: async () => (await import('./ur.ts')).ur,
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCn,
  'zh-TW': async () => (await import('./zh-TW.ts')).zhTw,
};
