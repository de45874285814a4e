/** Why the line to the server is down (Chat SDK `EventStreamFailureReason`), plus what only the browser knows. */
export type FailureReason =
  | 'FORBIDDEN'
  | 'UNAUTHORIZED'
  | 'RECONNECTION_TIMEOUT'
  | 'SDK_SESSION_INVALID'
  | 'SERVER_ERROR'
  | 'SERVER_UNREACHABLE'
  | 'UNEXPECTED_ERROR'
  | 'OFFLINE';

/** Why something was refused: the codes of the protocol that a person can do something about, and one for the rest. */
export type ProblemWord =
  | 'engagement-ended'
  | 'session-gone'
  | 'too-long'
  | 'too-large'
  | 'file-type-refused'
  | 'not-supported'
  | 'rate-limited'
  | 'token-expired'
  | 'forbidden'
  | 'upstream-refused'
  | 'upstream-unavailable'
  | 'storage-full'
  | 'unreachable'
  | 'other';

/** Why a message goes on waiting: what the server can say that passes by itself. */
export type WaitWord = 'rate-limited' | 'storage-full' | 'upstream-unavailable';

/**
 * Every sentence that a reader can see or hear, in one language. Plain text: no markup, no HTML. A function gets numbers
 * raw and formats them itself. The English accessible names are a contract (README): change them only with a major version.
 */
export interface Words {
  readonly launcher: {
    readonly open: string;
    readonly close: string;
    /** Follows `open` when something waits: "3 unread messages". */
    readonly unread: (count: number) => string;
  };
  readonly frame: { readonly chat: string; readonly title: string };
  readonly header: {
    readonly minimize: string;
    readonly end: string;
    readonly menu: string;
    readonly participants: (names: readonly string[]) => string;
    readonly bot: string;
  };
  readonly list: {
    readonly messages: string;
    readonly new: string;
    /** The pill at the bottom and the announcement of a burst. */
    readonly newMessages: (count: number) => string;
    readonly toNewest: string;
    readonly loadingOlder: string;
    readonly olderFailed: string;
    readonly gap: string;
  };
  readonly message: {
    readonly you: string;
    readonly somebody: string;
    readonly saidBy: (name: string) => string;
    /** Announcement of one incoming message. */
    readonly announce: (name: string, text: string) => string;
    readonly late: string;
    readonly unsupported: string;
    readonly opensNewWindow: string;
  };
  readonly status: {
    readonly waiting: string;
    readonly sending: string;
    readonly sent: string;
    readonly delivered: string;
    readonly read: string;
    readonly failed: string;
    readonly unconfirmed: string;
    readonly retry: string;
    readonly edit: string;
    readonly remove: string;
  };
  readonly system: {
    readonly waitingForAgent: string;
    readonly joined: (name: string) => string;
    readonly left: (name: string) => string;
    readonly handover: (from: string, to: string) => string;
    readonly ended: string;
    readonly endedByYou: string;
    readonly endedByInactivity: string;
    readonly notDelivered: string;
    readonly reconnected: string;
    /** Unsent messages live only as long as this page. */
    readonly notKept: string;
  };
  readonly typing: { readonly one: (name: string) => string; readonly many: (count: number) => string };
  readonly choices: {
    readonly quickReplies: string;
    readonly chosen: (text: string) => string;
    readonly actions: string;
    readonly shareLocation: string;
    readonly carousel: string;
    /** What kind of thing it is, for a screen reader: "carousel" and "slide". */
    readonly carouselRole: string;
    readonly slideRole: string;
    readonly card: (position: number, count: number) => string;
    readonly next: string;
    readonly previous: string;
  };
  readonly location: { readonly place: string; readonly openMap: string };
  readonly file: {
    readonly download: (name: string) => string;
    readonly image: (name: string) => string;
    readonly imageFailed: string;
    readonly uploading: (percent: number) => string;
    readonly remove: (name: string) => string;
    readonly tooLarge: (name: string, limit: string) => string;
    readonly wrongType: (name: string) => string;
    readonly tooMany: (count: number) => string;
    readonly empty: (name: string) => string;
  };
  readonly composer: {
    readonly label: string;
    readonly placeholder: string;
    readonly placeholderOffline: string;
    readonly send: string;
    readonly attach: string;
    readonly attachments: string;
    readonly drop: string;
    readonly charactersLeft: (count: number) => string;
    readonly tooLong: (over: number, limit: number) => string;
    readonly locked: string;
  };
  readonly idle: {
    readonly title: string;
    readonly remaining: (time: string) => string;
    readonly stay: string;
    readonly over: string;
  };
  readonly connection: {
    readonly connecting: string;
    readonly connected: string;
    readonly failed: string;
    readonly closed: string;
    readonly stillWorks: string;
    readonly nextTry: (time: string) => string;
    readonly tryNow: string;
    readonly reasons: Readonly<Record<FailureReason, string>>;
  };
  readonly ended: {
    readonly title: string;
    readonly text: string;
    readonly continue: string;
    readonly newChat: string;
    readonly transcript: string;
  };
  readonly empty: { readonly title: string; readonly text: string };
  readonly error: { readonly title: string; readonly text: string; readonly retry: string };
  readonly problems: Readonly<Record<ProblemWord, string>>;
  /** Of a message that is tried again by itself. */
  readonly waits: Readonly<Record<WaitWord, string>>;
  readonly dates: { readonly today: string; readonly yesterday: string };
}

/** Some sentences of a site's own, over a pack: `{ empty: { title: 'Moin!' } }`. */
export type WordOverrides = { readonly [Group in keyof Words]?: Partial<Words[Group]> };
