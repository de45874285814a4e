/** Languages written from right to left, and scripts that make any language so (Unicode CLDR, `characterOrder`). */
const RTL_LANGUAGES = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);
const RTL_SCRIPTS = new Set(['arab', 'hebr', 'thaa', 'nkoo', 'syrc', 'rohg', 'adlm']);

/** Which way a locale is written. An unknown or malformed tag is read as left to right. */
export function direction(locale: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = locale.toLowerCase().split(/[-_]/);
  if (script.length === 4) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RTL_LANGUAGES.has(language) ? 'rtl' : 'ltr';
}
