/** Every sentence of the agent desk, in one language. Plain text; functions get numbers and names raw. */
export interface DeskWords {
  readonly title: string;
  readonly close: string;
  readonly cancel: string;
  readonly notNow: string;
  /** Document title while the desk rings. */
  readonly titleRinging: (name: string) => string;
  readonly titleUnread: (count: number) => string;
  readonly door: {
    readonly heading: string;
    readonly text: string;
    readonly user: string;
    readonly password: string;
    readonly signIn: string;
    readonly memoryOnly: string;
    readonly expired: string;
    readonly wrong: string;
    readonly unreachable: string;
    readonly failed: string;
  };
  readonly bar: {
    readonly status: string;
    readonly ready: string;
    readonly away: string;
    readonly offline: string;
    readonly mute: string;
    readonly unmute: string;
    readonly help: string;
    readonly signOut: string;
  };
  readonly queue: {
    readonly region: string;
    readonly mine: string;
    readonly waiting: string;
    readonly closed: string;
    readonly nobodyWaits: string;
    readonly noneOpen: string;
    readonly awayHint: string;
    readonly noAgents: string;
    readonly waited: (time: string) => string;
    readonly ringing: string;
    readonly needs: (attributes: string) => string;
    readonly unread: (count: number) => string;
    readonly away: string;
    readonly yours: string;
    readonly typing: string;
    readonly position: (position: number) => string;
  };
  readonly alert: {
    readonly region: string;
    readonly incoming: (name: string) => string;
    readonly transferred: (from: string) => string;
    readonly announce: (name: string, queue: string) => string;
    readonly accept: string;
    readonly decline: string;
    readonly leftToAnswer: (time: string) => string;
  };
  readonly conversation: {
    readonly region: string;
    /** Back to the list, where there is no room for both. */
    readonly back: string;
    readonly end: string;
    readonly transfer: string;
    readonly more: string;
    readonly noneHeading: string;
    readonly noneText: string;
    readonly awayText: string;
    readonly textOnly: string;
    readonly endedByCustomer: (name: string) => string;
    readonly endedByAgent: string;
    readonly endedBySystem: string;
    readonly done: string;
    readonly remove: string;
    readonly placeholder: string;
    readonly since: (time: string) => string;
  };
  readonly tools: {
    readonly canned: string;
    readonly cannedSearch: string;
    readonly cannedNone: string;
    readonly quickReplies: string;
    readonly carousel: string;
    readonly location: string;
    readonly locationText: string;
    readonly locationButton: string;
    readonly question: string;
    readonly reply: (number: number) => string;
    readonly addReply: string;
    readonly cardTitle: string;
    readonly cardDescription: string;
    readonly cardImage: string;
    readonly cardButton: string;
    readonly cardLink: string;
    readonly cardLinkHint: string;
    readonly card: (number: number) => string;
    readonly addCard: string;
    readonly removeCard: (number: number) => string;
    readonly introduction: string;
    readonly send: string;
  };
  readonly canned: readonly {
    readonly key: string;
    readonly text: (customer: string, agent: string) => string;
  }[];
  readonly transfer: {
    readonly heading: string;
    readonly agents: string;
    readonly queues: string;
    readonly noAgents: string;
    readonly open: (count: number) => string;
  };
  readonly customer: {
    readonly region: string;
    readonly verified: string;
    readonly guest: string;
    readonly verifiedHint: string;
    readonly guestHint: string;
    readonly here: string;
    readonly away: string;
    readonly id: string;
    readonly identifiers: string;
    readonly parameters: string;
    readonly noParameters: string;
    readonly past: string;
    readonly noPast: string;
    readonly transcript: (date: string) => string;
    readonly loading: string;
    readonly failed: string;
    readonly none: string;
    readonly channel: string;
  };
  readonly line: {
    readonly connecting: string;
    readonly lost: string;
    readonly stillWorks: string;
    readonly nextTry: (time: string) => string;
    readonly tryNow: string;
  };
  readonly notices: Readonly<
    Record<
      'missed' | 'taken' | 'customer-left' | 'handed-over' | 'closed' | 'failed',
      (name: string) => string
    >
  >;
  readonly help: {
    readonly heading: string;
    readonly rows: readonly (readonly [keys: string, meaning: string])[];
  };
  readonly admin: DeskAdminWords;
}

/** The sentences of the administrator's page. */
export interface DeskAdminWords {
  readonly heading: string;
  readonly sections: Readonly<
    Record<
      'integrations' | 'connectorElements' | 'pushConfigurations' | 'applications' | 'agents',
      { readonly many: string; readonly add: string; readonly empty: string; readonly about: string }
    >
  >;
  readonly save: string;
  readonly saved: string;
  readonly remove: string;
  readonly removeReally: (name: string) => string;
  readonly keep: string;
  readonly edit: (name: string) => string;
  readonly copy: (label: string) => string;
  readonly copied: string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly retry: string;
  readonly conflict: string;
  readonly refused: string;
  readonly unreachable: string;
  readonly failed: string;
  readonly onceOnly: string;
  readonly ids: Readonly<
    Record<
      | 'integrationId'
      | 'channelProviderId'
      | 'configurationId'
      | 'applicationId'
      | 'agentId'
      | 'clientId'
      | 'appkey'
      | 'clientSecret',
      string
    >
  >;
  readonly fields: Readonly<Record<AdminField, string>>;
  readonly hints: Readonly<Partial<Record<AdminField, string>>>;
  readonly options: Readonly<
    Record<'messaging' | 'chat' | 'voice' | 'bot-queue-agent' | 'queue-agent' | 'none', string>
  >;
  readonly days: Readonly<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', string>>;
  readonly alwaysOpen: string;
  readonly addRule: string;
  readonly removeRule: string;
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly faults: Readonly<Record<'missing' | 'range' | 'pattern' | 'other', string>>;
}

/** Fields of the administrator's forms. */
export type AdminField =
  | 'name'
  | 'kind'
  | 'hostName'
  | 'callbackUrl'
  | 'secret'
  | 'channelProviderId'
  | 'media'
  | 'workflow'
  | 'requiredAttributes'
  | 'rules'
  | 'hours'
  | 'timeZone'
  | 'alertSeconds'
  | 'enabled'
  | 'user'
  | 'password'
  | 'attributes'
  | 'capacity'
  | 'queueId';
