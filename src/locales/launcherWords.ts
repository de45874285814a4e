import { bestLocale } from './bestLocale.ts';
import type { Locale } from './bestLocale.ts';

/**
 * The few words that the launcher needs before the pack of its language is there: those of the packs (a test holds them
 * against each other), in one small file. English is built into the launcher.
 */
export function launcherWords(locale: string): LauncherWords | undefined {
  const best = bestLocale(locale);
  return best === 'en' ? undefined : WORDS[best];
}

/** See `launcherWords`. */
export type LauncherWords = readonly [open: string, close: string, trouble: string, retry: string];

const WORDS: Readonly<Record<Exclude<Locale, 'en'>, LauncherWords>> = {
  ar: ['فتح المحادثة', 'إغلاق المحادثة', 'تعذّر عرض المحادثة. لم يضع شيء مما كتبته.', 'إعادة العرض'],
  cs: [
    'Otevřít chat',
    'Zavřít chat',
    'Chat se nepodařilo zobrazit. Nic z toho, co jste napsali, se neztratilo.',
    'Zobrazit znovu',
  ],
  da: [
    'Åbn chatten',
    'Luk chatten',
    'Chatten kunne ikke vises. Intet af det, du skrev, er gået tabt.',
    'Vis igen',
  ],
  de: [
    'Chat öffnen',
    'Chat schließen',
    'Der Chat konnte nicht angezeigt werden. Nichts, was Sie geschrieben haben, ist verloren.',
    'Erneut anzeigen',
  ],
  el: [
    'Άνοιγμα συνομιλίας',
    'Κλείσιμο συνομιλίας',
    'Δεν ήταν δυνατή η εμφάνιση της συνομιλίας. Δεν χάθηκε τίποτα από όσα γράψατε.',
    'Εμφάνιση ξανά',
  ],
  es: [
    'Abrir el chat',
    'Cerrar el chat',
    'No se pudo mostrar el chat. No se ha perdido nada de lo que escribió.',
    'Volver a mostrar',
  ],
  fa: [
    'باز کردن گفتگو',
    'بستن گفتگو',
    'گفتگو نمایش داده نشد. هیچ‌یک از نوشته‌های شما از دست نرفته است.',
    'نمایش دوباره',
  ],
  fi: [
    'Avaa chat',
    'Sulje chat',
    'Chattia ei voitu näyttää. Mitään kirjoittamaasi ei ole kadonnut.',
    'Näytä uudelleen',
  ],
  fr: [
    'Ouvrir la discussion',
    'Fermer la discussion',
    'La discussion n’a pas pu être affichée. Rien de ce que vous avez écrit n’est perdu.',
    'Afficher à nouveau',
  ],
  he: ['פתיחת הצ׳אט', 'סגירת הצ׳אט', 'לא ניתן היה להציג את הצ׳אט. שום דבר שכתבת לא אבד.', 'להציג שוב'],
  hi: ['चैट खोलें', 'चैट बंद करें', 'चैट नहीं दिखाई जा सकी। आपका लिखा कुछ भी नहीं खोया है।', 'फिर से दिखाएँ'],
  it: [
    'Apri la chat',
    'Chiudi la chat',
    'Impossibile mostrare la chat. Nulla di ciò che ha scritto è andato perso.',
    'Mostra di nuovo',
  ],
  ja: [
    'チャットを開く',
    'チャットを閉じる',
    'チャットを表示できませんでした。入力した内容は失われていません。',
    'もう一度表示',
  ],
  ko: [
    '채팅 열기',
    '채팅 닫기',
    '채팅을 표시하지 못했습니다. 작성하신 내용은 사라지지 않았습니다.',
    '다시 표시',
  ],
  nb: [
    'Åpne chatten',
    'Lukk chatten',
    'Chatten kunne ikke vises. Ingenting av det du skrev, er gått tapt.',
    'Vis på nytt',
  ],
  nl: [
    'Chat openen',
    'Chat sluiten',
    'De chat kon niet worden getoond. Niets van wat u schreef is verloren gegaan.',
    'Opnieuw tonen',
  ],
  pl: [
    'Otwórz czat',
    'Zamknij czat',
    'Nie udało się wyświetlić czatu. Nic z tego, co zostało napisane, nie przepadło.',
    'Wyświetl ponownie',
  ],
  'pt-BR': [
    'Abrir o chat',
    'Fechar o chat',
    'Não foi possível exibir o chat. Nada do que você escreveu foi perdido.',
    'Exibir novamente',
  ],
  ru: [
    'Открыть чат',
    'Закрыть чат',
    'Не удалось показать чат. Всё, что вы написали, сохранилось.',
    'Показать снова',
  ],
  sv: [
    'Öppna chatten',
    'Stäng chatten',
    'Chatten kunde inte visas. Inget av det du skrev har gått förlorat.',
    'Visa igen',
  ],
  tr: [
    'Sohbeti aç',
    'Sohbeti kapat',
    'Sohbet gösterilemedi. Yazdıklarınızın hiçbiri kaybolmadı.',
    'Yeniden göster',
  ],
  uk: [
    'Відкрити чат',
    'Закрити чат',
    'Не вдалося показати чат. Усе, що ви написали, збережено.',
    'Показати знову',
  ],
  ur: [
    'چیٹ کھولیں',
    'چیٹ بند کریں',
    'چیٹ نہیں دکھائی جا سکی۔ آپ کا لکھا ہوا کچھ بھی ضائع نہیں ہوا۔',
    'دوبارہ دکھائیں',
  ],
  'zh-CN': ['打开聊天', '关闭聊天', '无法显示聊天。您输入的内容没有丢失。', '重新显示'],
  'zh-TW': ['開啟聊天', '關閉聊天', '無法顯示聊天。您輸入的內容沒有遺失。', '重新顯示'],
};
