import { createPlural } from './createPlural.ts';
import type { Words } from './words.ts';

const plural = createPlural('ar');
const list = new Intl.ListFormat('ar');
const digits = new Intl.NumberFormat('ar');

/** Arabic, written from right to left. Names and file names are set apart by the components, not here. */
export const ar: Words = {
  launcher: {
    open: 'فتح المحادثة',
    close: 'إغلاق المحادثة',
    unread: (count) =>
      plural(count, {
        zero: 'لا رسائل غير مقروءة',
        one: 'رسالة واحدة غير مقروءة',
        two: 'رسالتان غير مقروءتين',
        few: '# رسائل غير مقروءة',
        many: '# رسالة غير مقروءة',
        other: '# رسالة غير مقروءة',
      }),
  },
  frame: { chat: 'المحادثة', title: 'تحدّث معنا' },
  header: {
    minimize: 'تصغير المحادثة',
    end: 'إنهاء المحادثة',
    menu: 'خيارات أخرى',
    participants: (names) => `مع ${list.format(names)}`,
    bot: 'المساعد',
  },
  list: {
    messages: 'الرسائل',
    new: 'جديد',
    newMessages: (count) =>
      plural(count, {
        zero: 'لا رسائل جديدة',
        one: 'رسالة جديدة واحدة',
        two: 'رسالتان جديدتان',
        few: '# رسائل جديدة',
        many: '# رسالة جديدة',
        other: '# رسالة جديدة',
      }),
    toNewest: 'الانتقال إلى أحدث رسالة',
    loadingOlder: 'يجري تحميل الرسائل الأقدم',
    olderFailed: 'تعذّر تحميل الرسائل الأقدم.',
    gap: 'بعض الرسائل مفقودة هنا.',
  },
  message: {
    you: 'أنت',
    somebody: 'شخص ما',
    saidBy: (name) => `قال ${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'وصلت متأخرة',
    unsupported: 'لا يمكن عرض هذا النوع من الرسائل هنا.',
    opensNewWindow: 'يُفتح في نافذة جديدة',
  },
  status: {
    waiting: 'في انتظار الإرسال',
    sending: 'جارٍ الإرسال',
    sent: 'أُرسلت',
    delivered: 'سُلّمت',
    read: 'قُرئت',
    failed: 'لم تُرسل',
    unconfirmed: 'أُرسلت دون تأكيد',
    retry: 'إعادة المحاولة',
    edit: 'تعديل',
    remove: 'إزالة',
  },
  system: {
    started: 'بدأت المحادثة.',
    waitingForAgent: 'نبحث عن شخص يمكنه مساعدتك. يمكنك الكتابة في هذه الأثناء.',
    joined: (name) => `انضم ${name} إلى المحادثة`,
    left: (name) => `غادر ${name} المحادثة`,
    handover: (from, to) => `حوّل ${from} المحادثة إلى ${to}`,
    ended: 'انتهت المحادثة',
    endedByYou: 'أنهيتَ المحادثة',
    endedByInactivity: 'انتهت المحادثة لعدم وجود نشاط',
    notDelivered: 'لم تُسلَّم إلى مركز الاتصال',
    reconnected: 'عاد الاتصال',
  },
  typing: {
    one: (name) => `${name} يكتب الآن`,
    many: (count) =>
      plural(count, {
        one: 'شخص واحد يكتب الآن',
        two: 'شخصان يكتبان الآن',
        few: '# أشخاص يكتبون الآن',
        many: '# شخصًا يكتبون الآن',
        other: '# شخص يكتبون الآن',
      }),
  },
  choices: {
    quickReplies: 'ردود مقترحة',
    chosen: (text) => `اخترت: ${text}`,
    actions: 'إجراءات',
    shareLocation: 'مشاركة موقعك',
    carousel: 'بطاقات',
    carouselRole: 'شريط متحرك',
    slideRole: 'شريحة',
    card: (position, count) => `${digits.format(position)} من ${digits.format(count)}`,
    next: 'البطاقة التالية',
    previous: 'البطاقة السابقة',
  },
  location: { place: 'الموقع', openMap: 'فتح في الخريطة' },
  file: {
    download: (name) => `تنزيل ${name}`,
    image: (name) => `صورة: ${name}`,
    imageFailed: 'تعذّر تحميل الصورة.',
    uploading: (percent) => `جارٍ الرفع، ${digits.format(percent)} بالمئة`,
    remove: (name) => `إزالة ${name}`,
    tooLarge: (name, limit) => `حجم ${name} كبير جدًا. الحد الأقصى ${limit}.`,
    wrongType: (name) => `لا يمكن إرسال ملفات من نوع ${name} هنا.`,
    tooMany: (count) =>
      plural(count, {
        one: 'ملف واحد على الأكثر في كل مرة.',
        two: 'ملفان على الأكثر في كل مرة.',
        few: '# ملفات على الأكثر في كل مرة.',
        many: '# ملفًا على الأكثر في كل مرة.',
        other: '# ملف على الأكثر في كل مرة.',
      }),
    empty: (name) => `${name} ملف فارغ.`,
    failed: (name) => `تعذّر رفع ${name}.`,
  },
  composer: {
    label: 'الرسالة',
    placeholder: 'اكتب رسالة',
    placeholderOffline: 'اكتب رسالة، وستُرسل لاحقًا',
    send: 'إرسال الرسالة',
    attach: 'إرفاق ملف',
    attachments: 'المرفقات',
    drop: 'أفلت الملفات هنا لإرسالها',
    charactersLeft: (count) => `المتبقي ${characters(count)}`,
    tooLong: (over, limit) => `تجاوزت الحد بمقدار ${characters(over)}. الحد الأقصى ${digits.format(limit)}.`,
    locked: 'انتهت هذه المحادثة.',
  },
  idle: {
    title: 'هل ما زلت هنا؟',
    remaining: (time) => `ستُغلق هذه المحادثة بعد ${time}.`,
    stay: 'البقاء في المحادثة',
    over: 'يجري إغلاق المحادثة.',
  },
  connection: {
    connecting: 'جارٍ الاتصال',
    reconnecting: 'انقطع الاتصال. تجري إعادة الاتصال',
    connected: 'متصل',
    failed: 'لا يوجد اتصال.',
    closed: 'الاتصال مغلق.',
    stillWorks: 'يمكنك متابعة الكتابة. ستُرسل رسائلك فور عودة الاتصال.',
    nextTry: (time) => `المحاولة التالية بعد ${time}.`,
    tryNow: 'المحاولة الآن',
    reasons: {
      FORBIDDEN: 'لم تسجّل الدخول إلى هذه المحادثة.',
      UNAUTHORIZED: 'انتهت صلاحية تسجيل دخولك.',
      RECONNECTION_TIMEOUT: 'تعذّرت استعادة الاتصال.',
      SDK_SESSION_INVALID: 'أنهى الخادم الجلسة.',
      SERVER_ERROR: 'حدثت مشكلة في الخادم.',
      SERVER_UNREACHABLE: 'تعذّر الوصول إلى الخادم.',
      UNEXPECTED_ERROR: 'أجاب الخادم إجابة غير متوقعة.',
      OFFLINE: 'أنت غير متصل بالإنترنت.',
    },
  },
  ended: {
    title: 'شكرًا لتواصلك معنا',
    text: 'يمكنك متابعة المحادثة في أي وقت.',
    continue: 'متابعة',
    newChat: 'بدء محادثة جديدة',
    transcript: 'حفظ نسخة',
  },
  empty: { title: 'مرحبًا! كيف يمكننا مساعدتك؟', text: 'اكتب إلينا هنا وسنجيبك في أقرب وقت ممكن.' },
  error: {
    title: 'حدث خطأ ما',
    text: 'تعذّر عرض المحادثة. لم يضع شيء مما كتبته.',
    retry: 'إعادة العرض',
  },
  dates: { today: 'اليوم', yesterday: 'أمس' },
};

function characters(count: number): string {
  return plural(count, {
    zero: '# حرف',
    one: 'حرف واحد',
    two: 'حرفان',
    few: '# أحرف',
    many: '# حرفًا',
    other: '# حرف',
  });
}
