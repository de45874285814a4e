import { createGrammar } from './createGrammar.ts';
import { createPercent } from './createPercent.ts';
import type { Words } from './words.ts';

const { plural, number, list } = createGrammar<'one' | 'many'>('pt-BR');
const percent = createPercent('pt-BR');

/** Brazilian Portuguese. */
export const ptBr: Words = {
  launcher: {
    open: 'Abrir o chat',
    close: 'Fechar o chat',
    unread: (count) =>
      plural(count, {
        one: '# mensagem não lida',
        many: '# de mensagens não lidas',
        other: '# mensagens não lidas',
      }),
  },
  frame: { chat: 'Chat', title: 'Fale com a gente' },
  header: {
    minimize: 'Minimizar o chat',
    end: 'Encerrar o chat',
    menu: 'Mais opções',
    participants: (names) => `Com ${list(names)}`,
    bot: 'Assistente',
  },
  list: {
    messages: 'Mensagens',
    new: 'Novas',
    newMessages: (count) =>
      plural(count, { one: '# mensagem nova', many: '# de mensagens novas', other: '# mensagens novas' }),
    toNewest: 'Ir para a mensagem mais recente',
    loadingOlder: 'Carregando mensagens anteriores',
    olderFailed: 'Não foi possível carregar as mensagens anteriores.',
    gap: 'Faltam algumas mensagens aqui.',
  },
  message: {
    you: 'Você',
    somebody: 'Alguém',
    saidBy: (name) => `${name}:`,
    announce: (name, text) => `${name}: ${text}`,
    late: 'Chegou com atraso',
    unsupported: 'Este tipo de mensagem não pode ser exibido aqui.',
    opensNewWindow: 'abre em uma nova janela',
  },
  status: {
    waiting: 'Aguardando envio',
    sending: 'Enviando',
    sent: 'Enviada',
    delivered: 'Entregue',
    read: 'Lida',
    failed: 'Não enviada',
    unconfirmed: 'Enviada, mas não confirmada',
    retry: 'Tentar novamente',
    edit: 'Editar',
    remove: 'Remover',
  },
  system: {
    waitingForAgent: 'Estamos procurando alguém para ajudar você. Enquanto isso, você já pode escrever.',
    joined: (name) => `${name} entrou no chat`,
    left: (name) => `${name} saiu do chat`,
    handover: (from, to) => `${from} transferiu a conversa para ${to}`,
    ended: 'O chat foi encerrado',
    endedByYou: 'Você encerrou o chat',
    endedByInactivity: 'O chat foi encerrado por inatividade',
    notDelivered: 'Não entregue à central de atendimento',
    reconnected: 'Conexão restabelecida',
    notKept: 'As mensagens pendentes serão perdidas se você fechar esta página.',
  },
  typing: {
    one: (name) => `${name} está digitando`,
    many: (count) =>
      plural(count, {
        one: '# pessoa está digitando',
        many: '# de pessoas estão digitando',
        other: '# pessoas estão digitando',
      }),
  },
  choices: {
    quickReplies: 'Respostas sugeridas',
    chosen: (text) => `Você escolheu: ${text}`,
    actions: 'Ações',
    shareLocation: 'Compartilhar sua localização',
    carousel: 'Cartões',
    carouselRole: 'carrossel',
    slideRole: 'slide',
    card: (position, count) => `${number(position)} de ${number(count)}`,
    next: 'Próximo cartão',
    previous: 'Cartão anterior',
  },
  location: { place: 'Localização', openMap: 'Abrir em um mapa' },
  file: {
    download: (name) => `Baixar ${name}`,
    image: (name) => `Imagem: ${name}`,
    imageFailed: 'Não foi possível carregar a imagem.',
    uploading: (percentage) => `Enviando arquivo, ${percent(percentage)}`,
    remove: (name) => `Remover ${name}`,
    tooLarge: (name, limit) => `${name} é grande demais. O limite é de ${limit}.`,
    wrongType: (name) => `Arquivos como ${name} não podem ser enviados aqui.`,
    tooMany: (count) =>
      plural(count, {
        one: 'No máximo # arquivo por vez.',
        many: 'No máximo # de arquivos por vez.',
        other: 'No máximo # arquivos por vez.',
      }),
    empty: (name) => `${name} está vazio.`,
  },
  composer: {
    label: 'Mensagem',
    placeholder: 'Escreva uma mensagem',
    placeholderOffline: 'Escreva uma mensagem, ela será enviada depois',
    send: 'Enviar mensagem',
    attach: 'Anexar um arquivo',
    attachments: 'Anexos',
    drop: 'Solte os arquivos aqui para enviá-los',
    charactersLeft: (count) =>
      plural(count, {
        one: 'Resta # caractere',
        many: 'Restam # de caracteres',
        other: 'Restam # caracteres',
      }),
    tooLong: (over, limit) =>
      plural(over, {
        one: `# caractere a mais. O limite é de ${number(limit)}.`,
        many: `# de caracteres a mais. O limite é de ${number(limit)}.`,
        other: `# caracteres a mais. O limite é de ${number(limit)}.`,
      }),
    locked: 'Este chat foi encerrado.',
  },
  idle: {
    title: 'Você ainda está aí?',
    remaining: (time) => `Este chat será encerrado em ${time}.`,
    stay: 'Continuar no chat',
    over: 'O chat está sendo encerrado.',
  },
  connection: {
    connecting: 'Conectando',
    connected: 'Conectado',
    failed: 'Sem conexão',
    closed: 'A conexão está fechada.',
    stillWorks: 'Você pode continuar escrevendo. Suas mensagens serão enviadas assim que a conexão voltar.',
    nextTry: (time) => `Próxima tentativa em ${time}.`,
    tryNow: 'Tentar agora',
    reasons: {
      FORBIDDEN: 'Você não está autenticado neste chat.',
      UNAUTHORIZED: 'Seu login expirou.',
      RECONNECTION_TIMEOUT: 'Não foi possível restabelecer a conexão.',
      SDK_SESSION_INVALID: 'O servidor encerrou a sessão.',
      SERVER_ERROR: 'O servidor está com um problema.',
      SERVER_UNREACHABLE: 'Não foi possível acessar o servidor.',
      UNEXPECTED_ERROR: 'O servidor deu uma resposta inesperada.',
      OFFLINE: 'Você está sem internet.',
    },
  },
  ended: {
    title: 'Agradecemos o seu contato',
    text: 'Você pode retomar a conversa quando quiser.',
    continue: 'Continuar',
    newChat: 'Iniciar um novo chat',
    transcript: 'Salvar uma cópia',
  },
  empty: {
    title: 'Olá! Como podemos ajudar?',
    text: 'Escreva para a gente aqui e responderemos assim que possível.',
  },
  error: {
    title: 'Algo deu errado',
    text: 'Não foi possível exibir o chat. Nada do que você escreveu foi perdido.',
    retry: 'Exibir novamente',
  },
  problems: {
    'engagement-ended': 'Não enviada: o chat foi encerrado',
    'session-gone': 'Não enviada: a sessão foi encerrada',
    'too-long': 'Não enviada: a mensagem é longa demais',
    'too-large': 'Não enviada: o arquivo é grande demais',
    'file-type-refused': 'Não enviada: este tipo de arquivo não é permitido',
    'not-supported': 'Não enviada: este chat não oferece suporte a isso',
    'rate-limited': 'Não enviada: mensagens demais de uma vez',
    'token-expired': 'Não enviada: seu login expirou',
    forbidden: 'Não enviada: você não tem permissão para escrever aqui',
    'upstream-refused': 'Não entregue à central de atendimento',
    'upstream-unavailable': 'Não enviada: a central de atendimento não responde',
    'storage-full': 'Não enviada: não há mais espaço no servidor',
    unreachable: 'Não enviada: sem conexão',
    other: 'Não enviada',
  },
  waits: {
    'rate-limited': 'Aguardando: mensagens demais de uma vez',
    'storage-full': 'Aguardando: não há mais espaço no servidor',
    'upstream-unavailable': 'Aguardando: a central de atendimento não responde',
  },
  dates: { today: 'Hoje', yesterday: 'Ontem' },
};
