/** Whether a BCP 47 tag speaks the language that the widget brings along. */
export function isEnglish(locale: string): boolean {
  return /^en\b/i.test(locale);
}
