/** Every sentence of the development panel. Developers read it: there is English alone. */
export interface InspectorWords {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly unknown: string;
  readonly none: string;
  readonly line: {
    readonly heading: string;
    readonly connection: string;
    readonly transport: string;
    readonly transports: Readonly<Record<'websocket' | 'sse' | 'long-poll' | 'http', string>>;
    readonly session: string;
    readonly sessionId: string;
    readonly integration: string;
    readonly engagement: (number: number) => string;
    readonly epoch: string;
    readonly head: string;
    readonly cursor: string;
    readonly role: string;
    readonly roles: Readonly<Record<'leads' | 'follows' | 'unknown', string>>;
    readonly skew: string;
    readonly kept: string;
    readonly keptYes: string;
    readonly keptNo: string;
  };
  readonly outbox: {
    readonly heading: string;
    readonly empty: string;
    readonly message: string;
    readonly state: string;
    readonly since: string;
  };
  readonly timers: {
    readonly heading: string;
    readonly hidden: string;
    readonly others: (count: number) => string;
    readonly due: (time: string) => string;
    readonly names: Readonly<
      Record<
        | 'token-reminder'
        | 'token-renewal'
        | 'token-end'
        | 'idle'
        | 'idle-end'
        | 'reconnect'
        | 'session-retry',
        string
      >
    >;
  };
  readonly events: {
    readonly heading: string;
    readonly filter: string;
    readonly texts: string;
    readonly copy: string;
    readonly copied: (count: number) => string;
    readonly failed: string;
    readonly shown: (shown: number, all: number) => string;
    readonly empty: string;
    readonly relayed: string;
  };
}

/** The development panel's English. */
export const inspectorWords: InspectorWords = {
  title: 'Chat inspector',
  open: 'Open the chat inspector',
  close: 'Close the chat inspector',
  unknown: 'not known',
  none: 'none',
  line: {
    heading: 'Line',
    connection: 'Connection',
    transport: 'Transport',
    transports: {
      websocket: 'WebSocket',
      sse: 'server-sent events',
      'long-poll': 'long poll',
      http: 'server-sent events or long poll',
    },
    session: 'Session',
    sessionId: 'Session id',
    integration: 'Integration',
    engagement: (number) => `Engagement ${number}`,
    epoch: 'Epoch',
    head: 'Newest entry',
    cursor: 'Cursor',
    role: 'This tab',
    roles: { leads: 'leads', follows: 'follows', unknown: 'not known yet' },
    skew: 'Device clock',
    kept: 'Unsent messages',
    keptYes: 'kept over a reload',
    keptNo: 'lost with the page',
  },
  outbox: {
    heading: 'Outbox',
    empty: 'Nothing waits to be sent.',
    message: 'Message',
    state: 'State',
    since: 'Written',
  },
  timers: {
    heading: 'Timers',
    hidden: 'Not to be seen: the client was made without the trace’s world.',
    others: (count) => `Others: ${count}`,
    due: (time) => `in ${time}`,
    names: {
      'token-reminder': 'Token reminder',
      'token-renewal': 'Token renewal',
      'token-end': 'Token ends',
      idle: 'Idle warning',
      'idle-end': 'Session ends (idle)',
      reconnect: 'Next attempt',
      'session-retry': 'Next start',
    },
  },
  events: {
    heading: 'Events',
    filter: 'Filter events',
    texts: 'With texts and names',
    copy: 'Copy as JSON',
    copied: (count) => (count === 1 ? 'Copied 1 event' : `Copied ${count} events`),
    failed: 'The browser did not let it be copied',
    shown: (shown, all) => `${shown} of ${all}`,
    empty: 'Nothing has happened yet.',
    relayed: 'from the leading tab',
  },
};
