/** The languages that have a pack, as BCP 47 tags. */
export const LOCALES = [
  'en',
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt-BR',
  'ru',
  'sv',
  'tr',
  'uk',
  'ur',
  'zh-CN',
  'zh-TW',
] as const;

/** A language that has a pack. */
export type Locale = (typeof LOCALES)[number];

/** Tags that mean one of ours under another name (CLDR language aliases and macro-languages). */
const KIN: Readonly<Record<string, Locale>> = { no: 'nb', nn: 'nb', iw: 'he', zh: 'zh-CN' };

/** Who writes Chinese in traditional characters. */
const TRADITIONAL = /^zh\b.*-(hant|tw|hk|mo)\b/;

/** The language that answers best to a BCP 47 tag: the same, else its kin, else English. Never throws. */
export function bestLocale(tag: string): Locale {
  const asked = tag.toLowerCase().replaceAll('_', '-');
  if (TRADITIONAL.test(asked)) return 'zh-TW';
  const language = asked.split('-')[0] ?? '';
  const primary = (locale: Locale): string => locale.toLowerCase().split('-')[0] ?? '';
  return KIN[language] ?? LOCALES.find((locale) => primary(locale) === language) ?? 'en';
}
