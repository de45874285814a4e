import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'many'>('es');
const percent = createPercent('es');

/** Spanish. */
export const es: Words = {
  launcher: {
    open: 'Abrir el chat',
    close: 'Cerrar el chat',
    unread: (count) =>
      plural(count, {
        one: '# mensaje sin leer',
        many: '# de mensajes sin leer',
        other: '# mensajes sin leer',
      }),
  },
  frame: { chat: 'Chat', title: 'Escríbanos' },
  header: {
    minimize: 'Minimizar el chat',
    end: 'Finalizar el chat',
    menu: 'Más opciones',
    participants: (names) => `Con ${list(names)}`,
    bot: 'Asistente',
  },
  list: {
    messages: 'Mensajes',
    new: 'Nuevo',
    newMessages: (count) =>
      plural(count, { one: '# mensaje nuevo', many: '# de mensajes nuevos', other: '# mensajes nuevos' }),
    toNewest: 'Ir al mensaje más reciente',
    loadingOlder: 'Cargando mensajes anteriores',
    olderFailed: 'No se pudieron cargar los mensajes anteriores.',
    gap: 'Aquí faltan algunos mensajes.',
  },
  message: {
    you: 'Usted',
    somebody: 'Alguien',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'Llegó con retraso',
    unsupported: 'Este tipo de mensaje no se puede mostrar aquí.',
    opensNewWindow: 'se abre en una ventana nueva',
  },
  status: {
    waiting: 'Pendiente de envío',
    sending: 'Enviando',
    sent: 'Enviado',
    delivered: 'Entregado',
    read: 'Leído',
    failed: 'No enviado',
    unconfirmed: 'Enviado, pero sin confirmar',
    retry: 'Reintentar',
    edit: 'Editar',
    remove: 'Quitar',
  },
  system: {
    waitingForAgent: 'Estamos buscando a alguien que pueda ayudarle. Mientras tanto, ya puede escribir.',
    joined: (name) => `${name} se ha unido al chat`,
    left: (name) => `${name} ha salido del chat`,
    handover: (from, to) => `${from} ha pasado la conversación a ${to}`,
    ended: 'El chat ha finalizado',
    endedByYou: 'Usted ha finalizado el chat',
    endedByInactivity: 'El chat ha finalizado por inactividad',
    notDelivered: 'No entregado al centro de atención',
    reconnected: 'Conexión restablecida',
    notKept: 'Los mensajes pendientes se perderán si cierra esta página.',
  },
  typing: {
    one: (name) => `${name} está escribiendo`,
    many: (count) =>
      plural(count, {
        one: '# persona está escribiendo',
        many: '# de personas están escribiendo',
        other: '# personas están escribiendo',
      }),
  },
  choices: {
    quickReplies: 'Respuestas sugeridas',
    chosen: (text) => `Ha elegido: ${text}`,
    actions: 'Acciones',
    shareLocation: 'Compartir su ubicación',
    carousel: 'Tarjetas',
    carouselRole: 'carrusel',
    slideRole: 'diapositiva',
    card: (position, count) => `${number(position)} de ${number(count)}`,
    next: 'Tarjeta siguiente',
    previous: 'Tarjeta anterior',
  },
  location: { place: 'Ubicación', openMap: 'Abrir en un mapa' },
  file: {
    download: (name) => `Descargar ${name}`,
    image: (name) => `Imagen: ${name}`,
    imageFailed: 'No se pudo cargar la imagen.',
    uploading: (percentage) => `Subiendo, ${percent(percentage)}`,
    remove: (name) => `Quitar ${name}`,
    tooLarge: (name, limit) => `${name} es demasiado grande. El límite es de ${limit}.`,
    wrongType: (name) => `Aquí no se pueden enviar archivos como ${name}.`,
    tooMany: (count) =>
      plural(count, {
        one: 'Como máximo # archivo a la vez.',
        many: 'Como máximo # de archivos a la vez.',
        other: 'Como máximo # archivos a la vez.',
      }),
    empty: (name) => `${name} está vacío.`,
  },
  composer: {
    label: 'Mensaje',
    placeholder: 'Escriba un mensaje',
    placeholderOffline: 'Escriba un mensaje, se enviará más tarde',
    send: 'Enviar mensaje',
    attach: 'Adjuntar un archivo',
    attachments: 'Archivos adjuntos',
    drop: 'Suelte aquí los archivos para enviarlos',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Queda # carácter',
        many: 'Quedan # de caracteres',
        other: 'Quedan # caracteres',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `Sobra # carácter. El límite es de ${number(limit)}.`,
        many: `Sobran # de caracteres. El límite es de ${number(limit)}.`,
        other: `Sobran # caracteres. El límite es de ${number(limit)}.`,
      }),
    locked: 'Este chat ha finalizado.',
  },
  idle: {
    title: '¿Sigue ahí?',
    remaining: (time) => `Este chat se cerrará en ${time}.`,
    stay: 'Seguir en el chat',
    over: 'El chat se está cerrando.',
  },
  connection: {
    connecting: 'Conectando',
    connected: 'Conectado',
    failed: 'Sin conexión',
    closed: 'La conexión está cerrada.',
    stillWorks: 'Puede seguir escribiendo. Sus mensajes se enviarán en cuanto vuelva la conexión.',
    nextTry: (time) => `Próximo intento en ${time}.`,
    tryNow: 'Intentar ahora',
    reasons: {
      FORBIDDEN: 'No ha iniciado sesión en este chat.',
      UNAUTHORIZED: 'Su inicio de sesión ha caducado.',
      RECONNECTION_TIMEOUT: 'No se pudo restablecer la conexión.',
      SDK_SESSION_INVALID: 'El servidor ha cerrado la sesión.',
      SERVER_ERROR: 'El servidor tiene un problema.',
      SERVER_UNREACHABLE: 'No se puede acceder al servidor.',
      UNEXPECTED_ERROR: 'El servidor ha dado una respuesta inesperada.',
      OFFLINE: 'No tiene conexión a internet.',
    },
  },
  ended: {
    title: 'Gracias por escribirnos',
    text: 'Puede retomar la conversación en cualquier momento.',
    continue: 'Continuar',
    newChat: 'Iniciar un chat nuevo',
    transcript: 'Guardar una copia',
  },
  empty: {
    title: '¡Hola! ¿En qué podemos ayudarle?',
    text: 'Escríbanos aquí y le responderemos lo antes posible.',
  },
  error: {
    title: 'Algo ha salido mal',
    text: 'No se pudo mostrar el chat. No se ha perdido nada de lo que escribió.',
    retry: 'Volver a mostrar',
  },
  problems: {
    'engagement-ended': 'No enviado: el chat ha finalizado',
    'session-gone': 'No enviado: la sesión ha finalizado',
    'too-long': 'No enviado: el mensaje es demasiado largo',
    'too-large': 'No enviado: el archivo es demasiado grande',
    'file-type-refused': 'No enviado: este tipo de archivo no está permitido',
    'not-supported': 'No enviado: este chat no lo admite',
    'rate-limited': 'No enviado: demasiados mensajes a la vez',
    'token-expired': 'No enviado: su inicio de sesión ha caducado',
    forbidden: 'No enviado: no tiene permiso para escribir aquí',
    'upstream-refused': 'No entregado al centro de atención',
    'upstream-unavailable': 'No enviado: el centro de atención no responde',
    'storage-full': 'No enviado: no queda espacio en el servidor',
    unreachable: 'No enviado: sin conexión',
    other: 'No enviado',
  },
  waits: {
    'rate-limited': 'En espera: demasiados mensajes a la vez',
    'storage-full': 'En espera: no queda espacio en el servidor',
    'upstream-unavailable': 'En espera: el centro de atención no responde',
  },
  dates: { today: 'Hoy', yesterday: 'Ayer' },
};
