import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'many'>('fr');
const percent = createPercent('fr');

/** French. */
export const fr: Words = {
  launcher: {
    open: 'Ouvrir la discussion',
    close: 'Fermer la discussion',
    unread: (count) =>
      plural(count, { one: '# message non lu', many: '# de messages non lus', other: '# messages non lus' }),
  },
  frame: { chat: 'Discussion', title: 'Écrivez-nous' },
  header: {
    minimize: 'Réduire la discussion',
    end: 'Mettre fin à la discussion',
    menu: 'Plus d’options',
    participants: (names) => `Avec ${list(names)}`,
    bot: 'Assistant',
  },
  list: {
    messages: 'Messages',
    new: 'Nouveau',
    newMessages: (count) =>
      plural(count, {
        one: '# nouveau message',
        many: '# de nouveaux messages',
        other: '# nouveaux messages',
      }),
    toNewest: 'Aller au message le plus récent',
    loadingOlder: 'Chargement des messages précédents',
    olderFailed: 'Impossible de charger les messages précédents.',
    gap: 'Il manque des messages ici.',
  },
  message: {
    you: 'Vous',
    somebody: 'Quelqu’un',
    saidBy: (name) => `${name}\u00a0:`,
    announce: (name, text) => `${name}\u00a0: ${text}`,
    late: 'Arrivé en retard',
    unsupported: 'Ce type de message ne peut pas être affiché ici.',
    opensNewWindow: 's’ouvre dans une nouvelle fenêtre',
  },
  status: {
    waiting: 'En attente d’envoi',
    sending: 'Envoi en cours',
    sent: 'Envoyé',
    delivered: 'Distribué',
    read: 'Lu',
    failed: 'Non envoyé',
    unconfirmed: 'Envoyé, mais non confirmé',
    retry: 'Réessayer',
    edit: 'Modifier',
    remove: 'Supprimer',
  },
  system: {
    waitingForAgent: 'Nous cherchons quelqu’un pour vous aider. Vous pouvez déjà écrire.',
    joined: (name) => `${name} a rejoint la discussion`,
    left: (name) => `${name} a quitté la discussion`,
    handover: (from, to) => `${from} a passé le relais à ${to}`,
    ended: 'La discussion est terminée',
    endedByYou: 'Vous avez mis fin à la discussion',
    endedByInactivity: 'La discussion a pris fin après une période d’inactivité',
    notDelivered: 'Non transmis au service client',
    reconnected: 'Connexion rétablie',
    notKept: 'Les messages en attente seront perdus si vous fermez cette page.',
  },
  typing: {
    one: (name) => `${name} est en train d’écrire`,
    many: (count) =>
      plural(count, {
        one: '# personne est en train d’écrire',
        many: '# de personnes sont en train d’écrire',
        other: '# personnes sont en train d’écrire',
      }),
  },
  choices: {
    quickReplies: 'Réponses suggérées',
    chosen: (text) => `Votre choix\u00a0: ${text}`,
    actions: 'Actions',
    shareLocation: 'Partager votre position',
    carousel: 'Cartes',
    carouselRole: 'carrousel',
    slideRole: 'diapositive',
    card: (position, count) => `${number(position)} sur ${number(count)}`,
    next: 'Carte suivante',
    previous: 'Carte précédente',
  },
  location: { place: 'Position', openMap: 'Ouvrir dans un plan' },
  file: {
    download: (name) => `Télécharger ${name}`,
    image: (name) => `Image\u00a0: ${name}`,
    imageFailed: 'Impossible de charger l’image.',
    uploading: (percentage) => `Téléversement, ${percent(percentage)}`,
    remove: (name) => `Supprimer ${name}`,
    tooLarge: (name, limit) => `${name} est trop volumineux. La limite est de ${limit}.`,
    wrongType: (name) => `Les fichiers comme ${name} ne peuvent pas être envoyés ici.`,
    tooMany: (count) =>
      plural(count, {
        one: '# fichier au maximum à la fois.',
        many: '# de fichiers au maximum à la fois.',
        other: '# fichiers au maximum à la fois.',
      }),
    empty: (name) => `${name} est vide.`,
  },
  composer: {
    label: 'Message',
    placeholder: 'Écrivez un message',
    placeholderOffline: 'Écrivez un message, il partira plus tard',
    send: 'Envoyer le message',
    attach: 'Joindre un fichier',
    attachments: 'Pièces jointes',
    drop: 'Déposez des fichiers ici pour les envoyer',
    charactersLeft: (count) =>
      plural(count, {
        one: '# caractère restant',
        many: '# de caractères restants',
        other: '# caractères restants',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `# caractère en trop. La limite est de ${number(limit)}.`,
        many: `# de caractères en trop. La limite est de ${number(limit)}.`,
        other: `# caractères en trop. La limite est de ${number(limit)}.`,
      }),
    locked: 'Cette discussion est terminée.',
  },
  idle: {
    title: 'Êtes-vous toujours là\u202f?',
    remaining: (time) => `Cette discussion se fermera dans ${time}.`,
    stay: 'Rester dans la discussion',
    over: 'La discussion se ferme.',
  },
  connection: {
    connecting: 'Connexion en cours',
    connected: 'Connecté',
    failed: 'Pas de connexion',
    closed: 'La connexion est fermée.',
    stillWorks: 'Vous pouvez continuer à écrire. Vos messages partiront dès le retour de la connexion.',
    nextTry: (time) => `Prochaine tentative dans ${time}.`,
    tryNow: 'Essayer maintenant',
    reasons: {
      FORBIDDEN: 'Vous n’êtes pas identifié dans cette discussion.',
      UNAUTHORIZED: 'Votre session de connexion a expiré.',
      RECONNECTION_TIMEOUT: 'La connexion n’a pas pu être rétablie.',
      SDK_SESSION_INVALID: 'Le serveur a mis fin à la session.',
      SERVER_ERROR: 'Le serveur rencontre un problème.',
      SERVER_UNREACHABLE: 'Le serveur est injoignable.',
      UNEXPECTED_ERROR: 'Le serveur a donné une réponse inattendue.',
      OFFLINE: 'Vous êtes hors ligne.',
    },
  },
  ended: {
    title: 'Merci d’avoir échangé avec nous',
    text: 'Vous pouvez reprendre la conversation à tout moment.',
    continue: 'Continuer',
    newChat: 'Démarrer une nouvelle discussion',
    transcript: 'Enregistrer une copie',
  },
  empty: {
    title: 'Bonjour\u202f! Comment pouvons-nous vous aider\u202f?',
    text: 'Écrivez-nous ici, nous vous répondrons dès que possible.',
  },
  error: {
    title: 'Une erreur s’est produite',
    text: 'La discussion n’a pas pu être affichée. Rien de ce que vous avez écrit n’est perdu.',
    retry: 'Afficher à nouveau',
  },
  problems: {
    'engagement-ended': 'Non envoyé\u00a0: la discussion est terminée',
    'session-gone': 'Non envoyé\u00a0: la session est terminée',
    'too-long': 'Non envoyé\u00a0: le message est trop long',
    'too-large': 'Non envoyé\u00a0: le fichier est trop volumineux',
    'file-type-refused': 'Non envoyé\u00a0: ce type de fichier n’est pas autorisé',
    'not-supported': 'Non envoyé\u00a0: cette discussion ne le permet pas',
    'rate-limited': 'Non envoyé\u00a0: trop de messages à la fois',
    'token-expired': 'Non envoyé\u00a0: votre session de connexion a expiré',
    forbidden: 'Non envoyé\u00a0: vous ne pouvez pas écrire ici',
    'upstream-refused': 'Non transmis au service client',
    'upstream-unavailable': 'Non envoyé\u00a0: le service client ne répond pas',
    'storage-full': 'Non envoyé\u00a0: il n’y a plus de place sur le serveur',
    unreachable: 'Non envoyé\u00a0: pas de connexion',
    other: 'Non envoyé',
  },
  waits: {
    'rate-limited': 'En attente\u00a0: trop de messages à la fois',
    'storage-full': 'En attente\u00a0: il n’y a plus de place sur le serveur',
    'upstream-unavailable': 'En attente\u00a0: le service client ne répond pas',
  },
  dates: { today: 'Aujourd’hui', yesterday: 'Hier' },
};
