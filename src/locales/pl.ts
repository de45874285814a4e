import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'few' | 'many'>('pl');
const percent = createPercent('pl');

/** Polish. */
export const pl: Words = {
  launcher: {
    open: 'Otwórz czat',
    close: 'Zamknij czat',
    unread: (count) =>
      plural(count, {
        one: '# nieprzeczytana wiadomość',
        few: '# nieprzeczytane wiadomości',
        many: '# nieprzeczytanych wiadomości',
        other: '# nieprzeczytanej wiadomości',
      }),
  },
  frame: { chat: 'Czat', title: 'Napisz do nas' },
  header: {
    minimize: 'Zminimalizuj czat',
    end: 'Zakończ czat',
    menu: 'Więcej opcji',
    participants: (names) => `Rozmówcy: ${list(names)}`,
    bot: 'Asystent',
  },
  list: {
    messages: 'Wiadomości',
    new: 'Nowe',
    newMessages: (count) =>
      plural(count, {
        one: '# nowa wiadomość',
        few: '# nowe wiadomości',
        many: '# nowych wiadomości',
        other: '# nowej wiadomości',
      }),
    toNewest: 'Przejdź do najnowszej wiadomości',
    loadingOlder: 'Wczytywanie wcześniejszych wiadomości',
    olderFailed: 'Nie udało się wczytać wcześniejszych wiadomości.',
    gap: 'Brakuje tu kilku wiadomości.',
  },
  message: {
    you: 'Ty',
    somebody: 'Ktoś',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'Dotarła z opóźnieniem',
    unsupported: 'Tego rodzaju wiadomości nie można tu wyświetlić.',
    opensNewWindow: 'otwiera się w nowym oknie',
  },
  status: {
    waiting: 'Czeka na wysłanie',
    sending: 'Wysyłanie',
    sent: 'Wysłano',
    delivered: 'Dostarczono',
    read: 'Przeczytano',
    failed: 'Nie wysłano',
    unconfirmed: 'Wysłano bez potwierdzenia',
    retry: 'Spróbuj ponownie',
    edit: 'Edytuj',
    remove: 'Usuń',
  },
  system: {
    waitingForAgent: 'Szukamy osoby, która może pomóc. W tym czasie można już pisać.',
    joined: (name) => `${name} dołącza do czatu`,
    left: (name) => `${name} opuszcza czat`,
    handover: (from, to) => `Rozmowę przejmuje ${to} (wcześniej ${from})`,
    ended: 'Czat został zakończony',
    endedByYou: 'Czat zakończony przez Ciebie',
    endedByInactivity: 'Czat został zakończony z powodu braku aktywności',
    notDelivered: 'Nie dostarczono do biura obsługi',
    reconnected: 'Połączenie przywrócone',
    notKept: 'Wiadomości czekające na wysłanie przepadną po zamknięciu tej strony.',
  },
  typing: {
    one: (name) => `${name} pisze`,
    many: (count) =>
      plural(count, {
        one: '# osoba pisze',
        few: '# osoby piszą',
        many: '# osób pisze',
        other: '# osoby pisze',
      }),
  },
  choices: {
    quickReplies: 'Proponowane odpowiedzi',
    chosen: (text) => `Twój wybór: ${text}`,
    actions: 'Działania',
    shareLocation: 'Udostępnij lokalizację',
    carousel: 'Karty',
    carouselRole: 'karuzela',
    slideRole: 'slajd',
    card: (position, count) => `${number(position)} z ${number(count)}`,
    next: 'Następna karta',
    previous: 'Poprzednia karta',
  },
  location: { place: 'Lokalizacja', openMap: 'Otwórz na mapie' },
  file: {
    download: (name) => `Pobierz ${name}`,
    image: (name) => `Obraz: ${name}`,
    imageFailed: 'Nie udało się wczytać obrazu.',
    uploading: (percentage) => `Przesyłanie, ${percent(percentage)}`,
    remove: (name) => `Usuń ${name}`,
    tooLarge: (name, limit) => `Plik ${name} jest za duży. Limit wynosi ${limit}.`,
    wrongType: (name) => `Plików takich jak ${name} nie można tu wysyłać.`,
    tooMany: (count) =>
      plural(count, {
        one: 'Najwyżej # plik naraz.',
        few: 'Najwyżej # pliki naraz.',
        many: 'Najwyżej # plików naraz.',
        other: 'Najwyżej # pliku naraz.',
      }),
    empty: (name) => `Plik ${name} jest pusty.`,
  },
  composer: {
    label: 'Wiadomość',
    placeholder: 'Napisz wiadomość',
    placeholderOffline: 'Napisz wiadomość, zostanie wysłana później',
    send: 'Wyślij wiadomość',
    attach: 'Załącz plik',
    attachments: 'Załączniki',
    drop: 'Upuść tu pliki, aby je wysłać',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Pozostał # znak',
        few: 'Pozostały # znaki',
        many: 'Pozostało # znaków',
        other: 'Pozostało # znaku',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `O # znak za dużo. Limit wynosi ${number(limit)}.`,
        few: `O # znaki za dużo. Limit wynosi ${number(limit)}.`,
        many: `O # znaków za dużo. Limit wynosi ${number(limit)}.`,
        other: `O # znaku za dużo. Limit wynosi ${number(limit)}.`,
      }),
    locked: 'Ten czat został zakończony.',
  },
  idle: {
    title: 'Czy nadal tu jesteś?',
    remaining: (time) => `Czas do zamknięcia czatu: ${time}.`,
    stay: 'Zostań na czacie',
    over: 'Czat jest zamykany.',
  },
  connection: {
    connecting: 'Łączenie',
    connected: 'Połączono',
    failed: 'Brak połączenia',
    closed: 'Połączenie jest zamknięte.',
    stillWorks: 'Można dalej pisać. Wiadomości zostaną wysłane, gdy połączenie wróci.',
    nextTry: (time) => `Czas do kolejnej próby: ${time}.`,
    tryNow: 'Spróbuj teraz',
    reasons: {
      FORBIDDEN: 'Nie zalogowano do tego czatu.',
      UNAUTHORIZED: 'Logowanie wygasło.',
      RECONNECTION_TIMEOUT: 'Nie udało się przywrócić połączenia.',
      SDK_SESSION_INVALID: 'Serwer zakończył sesję.',
      SERVER_ERROR: 'Serwer ma problem.',
      SERVER_UNREACHABLE: 'Serwer jest nieosiągalny.',
      UNEXPECTED_ERROR: 'Serwer udzielił nieoczekiwanej odpowiedzi.',
      OFFLINE: 'Jesteś offline.',
    },
  },
  ended: {
    title: 'Dziękujemy za rozmowę',
    text: 'Do rozmowy można wrócić w każdej chwili.',
    continue: 'Kontynuuj',
    newChat: 'Rozpocznij nowy czat',
    transcript: 'Zapisz kopię',
  },
  empty: {
    title: 'Dzień dobry! W czym możemy pomóc?',
    text: 'Napisz do nas tutaj, a odpowiemy najszybciej, jak to możliwe.',
  },
  error: {
    title: 'Coś poszło nie tak',
    text: 'Nie udało się wyświetlić czatu. Nic z tego, co zostało napisane, nie przepadło.',
    retry: 'Wyświetl ponownie',
  },
  problems: {
    'engagement-ended': 'Nie wysłano: czat został zakończony',
    'session-gone': 'Nie wysłano: sesja została zakończona',
    'too-long': 'Nie wysłano: wiadomość jest za długa',
    'too-large': 'Nie wysłano: plik jest za duży',
    'file-type-refused': 'Nie wysłano: ten typ pliku jest niedozwolony',
    'not-supported': 'Nie wysłano: ten czat tego nie obsługuje',
    'rate-limited': 'Nie wysłano: zbyt wiele wiadomości naraz',
    'token-expired': 'Nie wysłano: logowanie wygasło',
    forbidden: 'Nie wysłano: brak uprawnień do pisania tutaj',
    'upstream-refused': 'Nie dostarczono do biura obsługi',
    'upstream-unavailable': 'Nie wysłano: biuro obsługi nie odpowiada',
    'storage-full': 'Nie wysłano: brak miejsca na serwerze',
    unreachable: 'Nie wysłano: brak połączenia',
    other: 'Nie wysłano',
  },
  waits: {
    'rate-limited': 'Oczekiwanie: zbyt wiele wiadomości naraz',
    'storage-full': 'Oczekiwanie: brak miejsca na serwerze',
    'upstream-unavailable': 'Oczekiwanie: biuro obsługi nie odpowiada',
  },
  dates: { today: 'Dzisiaj', yesterday: 'Wczoraj' },
};
