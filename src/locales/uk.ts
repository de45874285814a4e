import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'few' | 'many'>('uk');
const percent = createPercent('uk');

/** Ukrainian. */
export const uk: Words = {
  launcher: {
    open: 'Відкрити чат',
    close: 'Закрити чат',
    unread: (count) =>
      plural(count, {
        one: '# непрочитане повідомлення',
        few: '# непрочитані повідомлення',
        many: '# непрочитаних повідомлень',
        other: '# непрочитаного повідомлення',
      }),
  },
  frame: { chat: 'Чат', title: 'Напишіть нам' },
  header: {
    minimize: 'Згорнути чат',
    end: 'Завершити чат',
    menu: 'Інші дії',
    participants: (names) => `Учасники: ${list(names)}`,
    bot: 'Помічник',
  },
  list: {
    messages: 'Повідомлення',
    new: 'Нові',
    newMessages: (count) =>
      plural(count, {
        one: '# нове повідомлення',
        few: '# нові повідомлення',
        many: '# нових повідомлень',
        other: '# нового повідомлення',
      }),
    toNewest: 'Перейти до найновішого повідомлення',
    loadingOlder: 'Завантажуються попередні повідомлення',
    olderFailed: 'Не вдалося завантажити попередні повідомлення.',
    gap: 'Тут бракує кількох повідомлень.',
  },
  message: {
    you: 'Ви',
    somebody: 'Співрозмовник',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'Надійшло із запізненням',
    unsupported: 'Таке повідомлення тут показати не можна.',
    opensNewWindow: 'відкриється в новому вікні',
  },
  status: {
    waiting: 'Очікує на надсилання',
    sending: 'Надсилається',
    sent: 'Надіслано',
    delivered: 'Доставлено',
    read: 'Прочитано',
    failed: 'Не надіслано',
    unconfirmed: 'Надіслано, але не підтверджено',
    retry: 'Спробувати ще раз',
    edit: 'Змінити',
    remove: 'Прибрати',
  },
  system: {
    waitingForAgent: 'Ми шукаємо, хто зможе вам допомогти. Тим часом можна писати.',
    joined: (name) => `${name} приєднується до чату`,
    left: (name) => `${name} залишає чат`,
    handover: (from, to) => `Чат передано: ${from} → ${to}`,
    ended: 'Чат завершено',
    endedByYou: 'Ви завершили чат',
    endedByInactivity: 'Чат завершено через відсутність активності',
    notDelivered: 'Не доставлено до служби підтримки',
    reconnected: 'З’єднання відновлено',
    notKept: 'Ненадіслані повідомлення буде втрачено, якщо закрити цю сторінку.',
  },
  typing: {
    one: (name) => `${name} пише`,
    many: (count) =>
      plural(count, {
        one: 'Пише # людина',
        few: 'Пишуть # людини',
        many: 'Пишуть # людей',
        other: 'Пише # людини',
      }),
  },
  choices: {
    quickReplies: 'Варіанти відповіді',
    chosen: (text) => `Ви вибрали: ${text}`,
    actions: 'Дії',
    shareLocation: 'Поділитися місцем розташування',
    carousel: 'Картки',
    carouselRole: 'карусель',
    slideRole: 'слайд',
    card: (position, count) => `${number(position)} з ${number(count)}`,
    next: 'Наступна картка',
    previous: 'Попередня картка',
  },
  location: { place: 'Місце розташування', openMap: 'Відкрити на карті' },
  file: {
    download: (name) => `Завантажити ${name}`,
    image: (name) => `Зображення: ${name}`,
    imageFailed: 'Не вдалося завантажити зображення.',
    uploading: (percentage) => `Вивантаження: ${percent(percentage)}`,
    remove: (name) => `Прибрати ${name}`,
    tooLarge: (name, limit) => `Файл ${name} завеликий. Межа: ${limit}.`,
    wrongType: (name) => `Файли такого типу, як ${name}, тут надсилати не можна.`,
    tooMany: (count) =>
      plural(count, {
        one: 'Не більше # файлу за раз.',
        few: 'Не більше # файлів за раз.',
        many: 'Не більше # файлів за раз.',
        other: 'Не більше # файлу за раз.',
      }),
    empty: (name) => `Файл ${name} порожній.`,
  },
  composer: {
    label: 'Повідомлення',
    placeholder: 'Напишіть повідомлення',
    placeholderOffline: 'Напишіть повідомлення, його буде надіслано пізніше',
    send: 'Надіслати повідомлення',
    attach: 'Додати файл',
    attachments: 'Вкладення',
    drop: 'Перетягніть файли сюди, щоб надіслати',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Залишився # символ',
        few: 'Залишилося # символи',
        many: 'Залишилося # символів',
        other: 'Залишилося # символу',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `Зайвий # символ. Межа: ${number(limit)}.`,
        few: `Зайві # символи. Межа: ${number(limit)}.`,
        many: `Зайвих # символів. Межа: ${number(limit)}.`,
        other: `Зайвих # символу. Межа: ${number(limit)}.`,
      }),
    locked: 'Цей чат завершено.',
  },
  idle: {
    title: 'Ви ще тут?',
    remaining: (time) => `До закриття чату: ${time}.`,
    stay: 'Залишитися в чаті',
    over: 'Чат закривається.',
  },
  connection: {
    connecting: 'Підключення',
    connected: 'Підключено',
    failed: 'Немає з’єднання',
    closed: 'З’єднання закрито.',
    stillWorks: 'Можна писати далі. Повідомлення буде надіслано, щойно з’єднання відновиться.',
    nextTry: (time) => `До наступної спроби: ${time}.`,
    tryNow: 'Спробувати зараз',
    reasons: {
      FORBIDDEN: 'Ви не ввійшли в цей чат.',
      UNAUTHORIZED: 'Термін дії вашого входу минув.',
      RECONNECTION_TIMEOUT: 'Не вдалося відновити з’єднання.',
      SDK_SESSION_INVALID: 'Сервер завершив сеанс.',
      SERVER_ERROR: 'На сервері виникла проблема.',
      SERVER_UNREACHABLE: 'Сервер недоступний.',
      UNEXPECTED_ERROR: 'Сервер дав неочікувану відповідь.',
      OFFLINE: 'Немає підключення до інтернету.',
    },
  },
  ended: {
    title: 'Дякуємо, що написали нам',
    text: 'Ви можете повернутися до розмови будь-коли.',
    continue: 'Продовжити',
    newChat: 'Розпочати новий чат',
    transcript: 'Зберегти копію',
  },
  empty: {
    title: 'Вітаємо! Чим ми можемо допомогти?',
    text: 'Напишіть нам тут, і ми відповімо якнайшвидше.',
  },
  error: {
    title: 'Щось пішло не так',
    text: 'Не вдалося показати чат. Усе, що ви написали, збережено.',
    retry: 'Показати знову',
  },
  problems: {
    'engagement-ended': 'Не надіслано: чат завершено',
    'session-gone': 'Не надіслано: сеанс завершено',
    'too-long': 'Не надіслано: повідомлення задовге',
    'too-large': 'Не надіслано: файл завеликий',
    'file-type-refused': 'Не надіслано: такий тип файлів не дозволено',
    'not-supported': 'Не надіслано: цей чат такого не підтримує',
    'rate-limited': 'Не надіслано: забагато повідомлень одночасно',
    'token-expired': 'Не надіслано: термін дії вашого входу минув',
    forbidden: 'Не надіслано: вам не можна писати сюди',
    'upstream-refused': 'Не доставлено до служби підтримки',
    'upstream-unavailable': 'Не надіслано: служба підтримки не відповідає',
    'storage-full': 'Не надіслано: на сервері не залишилося місця',
    unreachable: 'Не надіслано: немає з’єднання',
    other: 'Не надіслано',
  },
  waits: {
    'rate-limited': 'Очікування: забагато повідомлень одночасно',
    'storage-full': 'Очікування: на сервері не залишилося місця',
    'upstream-unavailable': 'Очікування: служба підтримки не відповідає',
  },
  dates: { today: 'Сьогодні', yesterday: 'Вчора' },
};
