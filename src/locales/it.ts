import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'many'>('it');
const percent = createPercent('it');

/** Italian. */
export const it: Words = {
  launcher: {
    open: 'Apri la chat',
    close: 'Chiudi la chat',
    unread: (count) =>
      plural(count, {
        one: '# messaggio non letto',
        many: '# di messaggi non letti',
        other: '# messaggi non letti',
      }),
  },
  frame: { chat: 'Chat', title: 'Ci scriva' },
  header: {
    minimize: 'Riduci la chat a icona',
    end: 'Termina la chat',
    menu: 'Altre opzioni',
    participants: (names) => `Con ${list(names)}`,
    bot: 'Assistente',
  },
  list: {
    messages: 'Messaggi',
    new: 'Nuovi',
    newMessages: (count) =>
      plural(count, { one: '# nuovo messaggio', many: '# di nuovi messaggi', other: '# nuovi messaggi' }),
    toNewest: 'Vai al messaggio più recente',
    loadingOlder: 'Caricamento dei messaggi precedenti',
    olderFailed: 'Impossibile caricare i messaggi precedenti.',
    gap: 'Qui mancano alcuni messaggi.',
  },
  message: {
    you: 'Lei',
    somebody: 'Qualcuno',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'Arrivato in ritardo',
    unsupported: 'Questo tipo di messaggio non può essere mostrato qui.',
    opensNewWindow: 'si apre in una nuova finestra',
  },
  status: {
    waiting: 'In attesa di invio',
    sending: 'Invio in corso',
    sent: 'Inviato',
    delivered: 'Consegnato',
    read: 'Letto',
    failed: 'Non inviato',
    unconfirmed: 'Inviato, ma non confermato',
    retry: 'Riprova',
    edit: 'Modifica',
    remove: 'Rimuovi',
  },
  system: {
    waitingForAgent: 'Stiamo cercando qualcuno che possa aiutarla. Nel frattempo può già scrivere.',
    joined: (name) => `${name} si è aggiunto alla chat`,
    left: (name) => `${name} ha lasciato la chat`,
    handover: (from, to) => `${from} ha passato la conversazione a ${to}`,
    ended: 'La chat è terminata',
    endedByYou: 'Ha terminato la chat',
    endedByInactivity: 'La chat è terminata per inattività',
    notDelivered: 'Non consegnato al servizio clienti',
    reconnected: 'Connessione ripristinata',
    notKept: 'I messaggi in attesa andranno persi se chiude questa pagina.',
  },
  typing: {
    one: (name) => `${name} sta scrivendo`,
    many: (count) =>
      plural(count, {
        one: '# persona sta scrivendo',
        many: '# di persone stanno scrivendo',
        other: '# persone stanno scrivendo',
      }),
  },
  choices: {
    quickReplies: 'Risposte suggerite',
    chosen: (text) => `La sua scelta: ${text}`,
    actions: 'Azioni',
    shareLocation: 'Condividi la posizione',
    carousel: 'Schede',
    carouselRole: 'carosello',
    slideRole: 'diapositiva',
    card: (position, count) => `${number(position)} di ${number(count)}`,
    next: 'Scheda successiva',
    previous: 'Scheda precedente',
  },
  location: { place: 'Posizione', openMap: 'Apri in una mappa' },
  file: {
    download: (name) => `Scarica ${name}`,
    image: (name) => `Immagine: ${name}`,
    imageFailed: 'Impossibile caricare l’immagine.',
    uploading: (percentage) => `Caricamento, ${percent(percentage)}`,
    remove: (name) => `Rimuovi ${name}`,
    tooLarge: (name, limit) => `${name} è troppo grande. Il limite è di ${limit}.`,
    wrongType: (name) => `Qui non si possono inviare file come ${name}.`,
    tooMany: (count) =>
      plural(count, {
        one: 'Al massimo # file alla volta.',
        many: 'Al massimo # di file alla volta.',
        other: 'Al massimo # file alla volta.',
      }),
    empty: (name) => `${name} è vuoto.`,
  },
  composer: {
    label: 'Messaggio',
    placeholder: 'Scriva un messaggio',
    placeholderOffline: 'Scriva un messaggio, sarà inviato più tardi',
    send: 'Invia il messaggio',
    attach: 'Allega un file',
    attachments: 'Allegati',
    drop: 'Trascini qui i file per inviarli',
    charactersLeft: (count) =>
      plural(count, {
        one: '# carattere rimasto',
        many: '# di caratteri rimasti',
        other: '# caratteri rimasti',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `# carattere di troppo. Il limite è di ${number(limit)}.`,
        many: `# di caratteri di troppo. Il limite è di ${number(limit)}.`,
        other: `# caratteri di troppo. Il limite è di ${number(limit)}.`,
      }),
    locked: 'Questa chat è terminata.',
  },
  idle: {
    title: 'È ancora qui?',
    remaining: (time) => `Questa chat si chiuderà tra ${time}.`,
    stay: 'Resta nella chat',
    over: 'La chat si sta chiudendo.',
  },
  connection: {
    connecting: 'Connessione in corso',
    connected: 'Connesso',
    failed: 'Nessuna connessione',
    closed: 'La connessione è chiusa.',
    stillWorks: 'Può continuare a scrivere. I suoi messaggi partiranno appena torna la connessione.',
    nextTry: (time) => `Prossimo tentativo tra ${time}.`,
    tryNow: 'Prova ora',
    reasons: {
      FORBIDDEN: 'Non ha effettuato l’accesso a questa chat.',
      UNAUTHORIZED: 'Il suo accesso è scaduto.',
      RECONNECTION_TIMEOUT: 'Non è stato possibile ripristinare la connessione.',
      SDK_SESSION_INVALID: 'Il server ha terminato la sessione.',
      SERVER_ERROR: 'Il server ha un problema.',
      SERVER_UNREACHABLE: 'Il server non è raggiungibile.',
      UNEXPECTED_ERROR: 'Il server ha dato una risposta inattesa.',
      OFFLINE: 'È offline.',
    },
  },
  ended: {
    title: 'Grazie per averci scritto',
    text: 'Può riprendere la conversazione in qualsiasi momento.',
    continue: 'Continua',
    newChat: 'Inizia una nuova chat',
    transcript: 'Salva una copia',
  },
  empty: {
    title: 'Salve! Come possiamo aiutarla?',
    text: 'Ci scriva qui: le risponderemo appena possibile.',
  },
  error: {
    title: 'Qualcosa è andato storto',
    text: 'Impossibile mostrare la chat. Nulla di ciò che ha scritto è andato perso.',
    retry: 'Mostra di nuovo',
  },
  problems: {
    'engagement-ended': 'Non inviato: la chat è terminata',
    'session-gone': 'Non inviato: la sessione è terminata',
    'too-long': 'Non inviato: il messaggio è troppo lungo',
    'too-large': 'Non inviato: il file è troppo grande',
    'file-type-refused': 'Non inviato: questo tipo di file non è consentito',
    'not-supported': 'Non inviato: questa chat non lo supporta',
    'rate-limited': 'Non inviato: troppi messaggi in una volta',
    'token-expired': 'Non inviato: il suo accesso è scaduto',
    forbidden: 'Non inviato: non può scrivere qui',
    'upstream-refused': 'Non consegnato al servizio clienti',
    'upstream-unavailable': 'Non inviato: il servizio clienti non risponde',
    'storage-full': 'Non inviato: spazio esaurito sul server',
    unreachable: 'Non inviato: nessuna connessione',
    other: 'Non inviato',
  },
  waits: {
    'rate-limited': 'In attesa: troppi messaggi in una volta',
    'storage-full': 'In attesa: spazio esaurito sul server',
    'upstream-unavailable': 'In attesa: il servizio clienti non risponde',
  },
  dates: { today: 'Oggi', yesterday: 'Ieri' },
};
