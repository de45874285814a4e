/** Languages written from right to left, and scripts that make any language so (Unicode CLDR, `characterOrder`). */
const RTL_LANGUAGES = /^(?:ar|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)$/;
const RTL_SCRIPTS = /^(?:arab|hebr|thaa|nkoo|syrc|rohg|adlm)$/;

/** Which way a locale is written. An unknown or malformed tag is read as left to right. */
export function direction(locale: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = locale.toLowerCase().split(/[-_]/);
  const isRtl = script.length === 4 ? RTL_SCRIPTS.test(script) : RTL_LANGUAGES.test(language);
  return isRtl ? 'rtl' : 'ltr';
}
