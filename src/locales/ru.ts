import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'few' | 'many'>('ru');
const percent = createPercent('ru');

/** Russian. */
export const ru: Words = {
  launcher: {
    open: 'Открыть чат',
    close: 'Закрыть чат',
    unread: (count) =>
      plural(count, {
        one: '# непрочитанное сообщение',
        few: '# непрочитанных сообщения',
        many: '# непрочитанных сообщений',
        other: '# непрочитанного сообщения',
      }),
  },
  frame: { chat: 'Чат', title: 'Напишите нам' },
  header: {
    minimize: 'Свернуть чат',
    end: 'Завершить чат',
    menu: 'Другие действия',
    participants: (names) => `Участники: ${list(names)}`,
    bot: 'Помощник',
  },
  list: {
    messages: 'Сообщения',
    new: 'Новые',
    newMessages: (count) =>
      plural(count, {
        one: '# новое сообщение',
        few: '# новых сообщения',
        many: '# новых сообщений',
        other: '# нового сообщения',
      }),
    toNewest: 'Перейти к последнему сообщению',
    loadingOlder: 'Загружаются предыдущие сообщения',
    olderFailed: 'Не удалось загрузить предыдущие сообщения.',
    gap: 'Здесь не хватает нескольких сообщений.',
  },
  message: {
    you: 'Вы',
    somebody: 'Собеседник',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'Доставлено с опозданием',
    unsupported: 'Такое сообщение здесь показать нельзя.',
    opensNewWindow: 'откроется в новом окне',
  },
  status: {
    waiting: 'Ожидает отправки',
    sending: 'Отправляется',
    sent: 'Отправлено',
    delivered: 'Доставлено',
    read: 'Прочитано',
    failed: 'Не отправлено',
    unconfirmed: 'Отправлено, но не подтверждено',
    retry: 'Повторить',
    edit: 'Изменить',
    remove: 'Убрать',
  },
  system: {
    waitingForAgent: 'Мы ищем, кто сможет вам помочь. Пока можно писать.',
    joined: (name) => `${name} теперь в чате`,
    left: (name) => `${name} больше не в чате`,
    handover: (from, to) => `Чат передан: ${from} → ${to}`,
    ended: 'Чат завершён',
    endedByYou: 'Вы завершили чат',
    endedByInactivity: 'Чат завершён из-за отсутствия активности',
    notDelivered: 'Не доставлено в службу поддержки',
    reconnected: 'Соединение восстановлено',
    notKept: 'Неотправленные сообщения пропадут, если закрыть эту страницу.',
  },
  typing: {
    one: (name) => `${name} печатает`,
    many: (count) =>
      plural(count, {
        one: 'Печатает # человек',
        few: 'Печатают # человека',
        many: 'Печатают # человек',
        other: 'Печатает # человека',
      }),
  },
  choices: {
    quickReplies: 'Варианты ответа',
    chosen: (text) => `Вы выбрали: ${text}`,
    actions: 'Действия',
    shareLocation: 'Поделиться местоположением',
    carousel: 'Карточки',
    carouselRole: 'карусель',
    slideRole: 'слайд',
    card: (position, count) => `${number(position)} из ${number(count)}`,
    next: 'Следующая карточка',
    previous: 'Предыдущая карточка',
  },
  location: { place: 'Местоположение', openMap: 'Открыть на карте' },
  file: {
    download: (name) => `Скачать ${name}`,
    image: (name) => `Изображение: ${name}`,
    imageFailed: 'Не удалось загрузить изображение.',
    uploading: (percentage) => `Загрузка: ${percent(percentage)}`,
    remove: (name) => `Убрать ${name}`,
    tooLarge: (name, limit) => `Файл ${name} слишком большой. Предел: ${limit}.`,
    wrongType: (name) => `Файлы такого типа, как ${name}, здесь отправлять нельзя.`,
    tooMany: (count) =>
      plural(count, {
        one: 'Не более # файла за раз.',
        few: 'Не более # файлов за раз.',
        many: 'Не более # файлов за раз.',
        other: 'Не более # файла за раз.',
      }),
    empty: (name) => `Файл ${name} пуст.`,
  },
  composer: {
    label: 'Сообщение',
    placeholder: 'Напишите сообщение',
    placeholderOffline: 'Напишите сообщение, оно уйдёт позже',
    send: 'Отправить сообщение',
    attach: 'Прикрепить файл',
    attachments: 'Вложения',
    drop: 'Перетащите файлы сюда, чтобы отправить',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Остался # символ',
        few: 'Осталось # символа',
        many: 'Осталось # символов',
        other: 'Осталось # символа',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `Лишний # символ. Предел: ${number(limit)}.`,
        few: `Лишних # символа. Предел: ${number(limit)}.`,
        many: `Лишних # символов. Предел: ${number(limit)}.`,
        other: `Лишних # символа. Предел: ${number(limit)}.`,
      }),
    locked: 'Этот чат завершён.',
  },
  idle: {
    title: 'Вы ещё здесь?',
    remaining: (time) => `До закрытия чата: ${time}.`,
    stay: 'Остаться в чате',
    over: 'Чат закрывается.',
  },
  connection: {
    connecting: 'Подключение',
    connected: 'Подключено',
    failed: 'Нет соединения',
    closed: 'Соединение закрыто.',
    stillWorks: 'Можно продолжать писать. Сообщения отправятся, как только соединение восстановится.',
    nextTry: (time) => `До следующей попытки: ${time}.`,
    tryNow: 'Попробовать сейчас',
    reasons: {
      FORBIDDEN: 'Вы не вошли в этот чат.',
      UNAUTHORIZED: 'Срок вашего входа истёк.',
      RECONNECTION_TIMEOUT: 'Не удалось восстановить соединение.',
      SDK_SESSION_INVALID: 'Сервер завершил сеанс.',
      SERVER_ERROR: 'На сервере возникла проблема.',
      SERVER_UNREACHABLE: 'Сервер недоступен.',
      UNEXPECTED_ERROR: 'Сервер дал неожиданный ответ.',
      OFFLINE: 'Нет подключения к интернету.',
    },
  },
  ended: {
    title: 'Спасибо, что написали нам',
    text: 'Вы можете вернуться к разговору в любое время.',
    continue: 'Продолжить',
    newChat: 'Начать новый чат',
    transcript: 'Сохранить копию',
  },
  empty: {
    title: 'Здравствуйте! Чем мы можем помочь?',
    text: 'Напишите нам здесь, и мы ответим как можно скорее.',
  },
  error: {
    title: 'Что-то пошло не так',
    text: 'Не удалось показать чат. Всё, что вы написали, сохранилось.',
    retry: 'Показать снова',
  },
  problems: {
    'engagement-ended': 'Не отправлено: чат завершён',
    'session-gone': 'Не отправлено: сеанс завершён',
    'too-long': 'Не отправлено: сообщение слишком длинное',
    'too-large': 'Не отправлено: файл слишком большой',
    'file-type-refused': 'Не отправлено: такой тип файлов не разрешён',
    'not-supported': 'Не отправлено: этот чат такое не поддерживает',
    'rate-limited': 'Не отправлено: слишком много сообщений сразу',
    'token-expired': 'Не отправлено: срок вашего входа истёк',
    forbidden: 'Не отправлено: вам нельзя писать сюда',
    'upstream-refused': 'Не доставлено в службу поддержки',
    'upstream-unavailable': 'Не отправлено: служба поддержки не отвечает',
    'storage-full': 'Не отправлено: на сервере не осталось места',
    unreachable: 'Не отправлено: нет соединения',
    other: 'Не отправлено',
  },
  waits: {
    'rate-limited': 'Ожидание: слишком много сообщений сразу',
    'storage-full': 'Ожидание: на сервере не осталось места',
    'upstream-unavailable': 'Ожидание: служба поддержки не отвечает',
  },
  dates: { today: 'Сегодня', yesterday: 'Вчера' },
};
