import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'two'>('he');
const percent = createPercent('he');

/** Hebrew, written from right to left. */
export const he: Words = {
  launcher: {
    open: 'פתיחת הצ׳אט',
    close: 'סגירת הצ׳אט',
    unread: (count) =>
      plural(count, { one: 'הודעה אחת שלא נקראה', two: 'שתי הודעות שלא נקראו', other: '# הודעות שלא נקראו' }),
  },
  frame: { chat: 'צ׳אט', title: 'כתבו לנו' },
  header: {
    minimize: 'מזעור הצ׳אט',
    end: 'סיום הצ׳אט',
    menu: 'אפשרויות נוספות',
    participants: (names) => `עם ${list(names)}`,
    bot: 'העוזר הדיגיטלי',
  },
  list: {
    messages: 'הודעות',
    new: 'חדש',
    newMessages: (count) =>
      plural(count, { one: 'הודעה חדשה אחת', two: 'שתי הודעות חדשות', other: '# הודעות חדשות' }),
    toNewest: 'מעבר להודעה האחרונה',
    loadingOlder: 'הודעות קודמות נטענות',
    olderFailed: 'לא ניתן היה לטעון הודעות קודמות.',
    gap: 'חסרות כאן כמה הודעות.',
  },
  message: {
    you: 'את/ה',
    somebody: 'מישהו',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'הגיעה באיחור',
    unsupported: 'לא ניתן להציג כאן הודעה מסוג זה.',
    opensNewWindow: 'נפתח בחלון חדש',
  },
  status: {
    waiting: 'בהמתנה לשליחה',
    sending: 'בשליחה',
    sent: 'נשלחה',
    delivered: 'נמסרה',
    read: 'נקראה',
    failed: 'לא נשלחה',
    unconfirmed: 'נשלחה, אך לא אושרה',
    retry: 'ניסיון נוסף',
    edit: 'עריכה',
    remove: 'הסרה',
  },
  system: {
    waitingForAgent: 'אנחנו מחפשים מי שיוכל לעזור. בינתיים אפשר כבר לכתוב.',
    joined: (name) => `הצטרפות לצ׳אט: ${name}`,
    left: (name) => `עזיבת הצ׳אט: ${name}`,
    handover: (from, to) => `השיחה הועברה מ: ${from} אל: ${to}`,
    ended: 'הצ׳אט הסתיים',
    endedByYou: 'סיימת את הצ׳אט',
    endedByInactivity: 'הצ׳אט הסתיים כי לא הייתה בו פעילות זמן מה',
    notDelivered: 'לא נמסרה למוקד השירות',
    reconnected: 'החיבור חזר',
    notKept: 'הודעות שממתינות לשליחה יאבדו אם הדף ייסגר.',
  },
  typing: {
    one: (name) => `הקלדה כעת: ${name}`,
    many: (count) =>
      plural(count, { one: 'אדם אחד מקליד כעת', two: 'שני אנשים מקלידים כעת', other: '# אנשים מקלידים כעת' }),
  },
  choices: {
    quickReplies: 'תשובות מוצעות',
    chosen: (text) => `בחרת: ${text}`,
    actions: 'פעולות',
    shareLocation: 'שיתוף המיקום שלך',
    carousel: 'כרטיסים',
    carouselRole: 'קרוסלה',
    slideRole: 'שקופית',
    card: (position, count) => `${number(position)} מתוך ${number(count)}`,
    next: 'הכרטיס הבא',
    previous: 'הכרטיס הקודם',
  },
  location: { place: 'מיקום', openMap: 'פתיחה במפה' },
  file: {
    download: (name) => `הורדת ${name}`,
    image: (name) => `תמונה: ${name}`,
    imageFailed: 'לא ניתן היה לטעון את התמונה.',
    uploading: (percentage) => `בהעלאה, ${percent(percentage)}`,
    remove: (name) => `הסרת ${name}`,
    tooLarge: (name, limit) => `הקובץ ${name} גדול מדי. המגבלה היא ${limit}.`,
    wrongType: (name) => `לא ניתן לשלוח כאן קבצים מסוג ${name}.`,
    tooMany: (count) =>
      plural(count, {
        one: 'לכל היותר קובץ אחד בכל פעם.',
        two: 'לכל היותר שני קבצים בכל פעם.',
        other: 'לכל היותר # קבצים בכל פעם.',
      }),
    empty: (name) => `הקובץ ${name} ריק.`,
  },
  composer: {
    label: 'הודעה',
    placeholder: 'כתיבת הודעה',
    placeholderOffline: 'כתיבת הודעה, היא תישלח מאוחר יותר',
    send: 'שליחת ההודעה',
    attach: 'צירוף קובץ',
    attachments: 'קבצים מצורפים',
    drop: 'אפשר לשחרר כאן קבצים כדי לשלוח אותם',
    charactersLeft: (count) =>
      plural(count, { one: 'נותר תו אחד', two: 'נותרו שני תווים', other: 'נותרו # תווים' }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `תו אחד יותר מדי. המגבלה היא ${number(limit)}.`,
        two: `שני תווים יותר מדי. המגבלה היא ${number(limit)}.`,
        other: `# תווים יותר מדי. המגבלה היא ${number(limit)}.`,
      }),
    locked: 'הצ׳אט הזה הסתיים.',
  },
  idle: {
    title: 'עדיין כאן?',
    remaining: (time) => `הצ׳אט ייסגר בעוד ${time}.`,
    stay: 'להישאר בצ׳אט',
    over: 'הצ׳אט נסגר.',
  },
  connection: {
    connecting: 'מתבצע חיבור',
    connected: 'מחובר',
    failed: 'אין חיבור',
    closed: 'החיבור סגור.',
    stillWorks: 'אפשר להמשיך לכתוב. ההודעות יישלחו ברגע שהחיבור יחזור.',
    nextTry: (time) => `הניסיון הבא בעוד ${time}.`,
    tryNow: 'לנסות עכשיו',
    reasons: {
      FORBIDDEN: 'לא נכנסת לצ׳אט הזה.',
      UNAUTHORIZED: 'פג תוקף הכניסה שלך.',
      RECONNECTION_TIMEOUT: 'לא ניתן היה לשחזר את החיבור.',
      SDK_SESSION_INVALID: 'השרת סיים את ההפעלה.',
      SERVER_ERROR: 'יש תקלה בשרת.',
      SERVER_UNREACHABLE: 'לא ניתן להגיע אל השרת.',
      UNEXPECTED_ERROR: 'השרת החזיר תשובה לא צפויה.',
      OFFLINE: 'אין חיבור לאינטרנט.',
    },
  },
  ended: {
    title: 'תודה על השיחה',
    text: 'אפשר לחזור לשיחה בכל עת.',
    continue: 'המשך',
    newChat: 'התחלת צ׳אט חדש',
    transcript: 'שמירת עותק',
  },
  empty: { title: 'שלום! איך אפשר לעזור?', text: 'אפשר לכתוב לנו כאן, ונענה בהקדם האפשרי.' },
  error: {
    title: 'משהו השתבש',
    text: 'לא ניתן היה להציג את הצ׳אט. שום דבר שכתבת לא אבד.',
    retry: 'להציג שוב',
  },
  problems: {
    'engagement-ended': 'לא נשלחה: הצ׳אט הסתיים',
    'session-gone': 'לא נשלחה: ההפעלה הסתיימה',
    'too-long': 'לא נשלחה: ההודעה ארוכה מדי',
    'too-large': 'לא נשלחה: הקובץ גדול מדי',
    'file-type-refused': 'לא נשלחה: סוג הקובץ אינו מותר',
    'not-supported': 'לא נשלחה: הצ׳אט אינו תומך בכך',
    'rate-limited': 'לא נשלחה: יותר מדי הודעות בבת אחת',
    'token-expired': 'לא נשלחה: פג תוקף הכניסה שלך',
    forbidden: 'לא נשלחה: אין לך הרשאה לכתוב כאן',
    'upstream-refused': 'לא נמסרה למוקד השירות',
    'upstream-unavailable': 'לא נשלחה: מוקד השירות אינו עונה',
    'storage-full': 'לא נשלחה: לא נותר מקום בשרת',
    unreachable: 'לא נשלחה: אין חיבור',
    other: 'לא נשלחה',
  },
  waits: {
    'rate-limited': 'בהמתנה: יותר מדי הודעות בבת אחת',
    'storage-full': 'בהמתנה: לא נותר מקום בשרת',
    'upstream-unavailable': 'בהמתנה: מוקד השירות אינו עונה',
  },
  dates: { today: 'היום', yesterday: 'אתמול' },
};
