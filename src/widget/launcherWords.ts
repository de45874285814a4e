/**
 * The few words that the launcher needs before any language has been loaded: [open, close, trouble, retry, direction].
 * They are those of the packs in `locales` (a test holds them against each other), which would double the loader.
 */
export const LAUNCHER_WORDS: Readonly<Record<string, LauncherWords>> = {
  en: [
    'Open chat',
    'Close chat',
    'The chat could not be shown. Nothing you wrote is lost.',
    'Show it again',
    'ltr',
  ],
  de: [
    'Chat öffnen',
    'Chat schließen',
    'Der Chat konnte nicht angezeigt werden. Nichts, was Sie geschrieben haben, ist verloren.',
    'Erneut anzeigen',
    'ltr',
  ],
  ar: ['فتح المحادثة', 'إغلاق المحادثة', 'تعذّر عرض المحادثة. لم يضع شيء مما كتبته.', 'إعادة العرض', 'rtl'],
};

/** A language that the widget speaks, for a BCP 47 tag: `de-AT` is `de`, and what it does not speak is `en`. */
export function spokenLanguage(locale: string): string {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  return language in LAUNCHER_WORDS ? language : 'en';
}

/** See `LAUNCHER_WORDS`. */
export type LauncherWords = readonly [
  open: string,
  close: string,
  trouble: string,
  retry: string,
  direction: 'ltr' | 'rtl',
];
