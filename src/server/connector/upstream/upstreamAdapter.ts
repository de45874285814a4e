import type {
  DisconnectReason,
  EndReason,
  Features,
  IntegrationKind,
  OutgoingBody,
} from '../../../protocol/index.ts';
import type { Message } from '../../../protocol/axp/index.ts';
import type { Parameters } from '../../../protocol/index.ts';

/**
 * One way to talk to a contact centre for one integration. Only the adapters know the contact centre's shapes.
 * No method rejects: what became of a call is its outcome.
 */
export interface UpstreamAdapter {
  readonly kind: IntegrationKind;
  readonly channelProviderId: string;
  readonly features: Features;
  /** A session at sign-in. Answers no id where the contact centre has no sessions. */
  openSession(customer: UpstreamCustomer): Promise<Outcome<{ readonly sessionId?: string }>>;
  setSessionParameters(upstreamSessionId: string, parameters: Parameters): Promise<Outcome<void>>;
  closeSession(upstreamSessionId: string, reason: EndReason): Promise<Outcome<void>>;
  /** A conversation. Where the first message makes it, nothing is done and no ids are answered. */
  openEngagement(order: EngagementOrder): Promise<Outcome<OpenedEngagement>>;
  /** Makes this session hear an engagement that another one began. */
  join(dialog: UpstreamDialog): Promise<Outcome<void>>;
  /** The customer leaves. */
  leave(dialog: UpstreamDialog, reason: DisconnectReason): Promise<Outcome<void>>;
  send(message: OutgoingMessage): Promise<Outcome<SentMessage>>;
  /** Whether a message whose sending ended in the dark arrived. `unlisted`: this contact centre cannot be asked. */
  findSent(dialog: UpstreamDialog, messageId: string): Promise<Outcome<'found' | 'absent' | 'unlisted'>>;
  /** What the contact centre itself has of a conversation; absent where it cannot be asked (Custom Messaging). */
  readonly transcript?: TranscriptReader;
  typing(dialog: UpstreamDialog): Promise<Outcome<void>>;
  /** Whether the customer has a stream. Only told to the sandbox. */
  setPresence(dialog: UpstreamDialog, present: boolean): Promise<Outcome<void>>;
  /** The customer has read up to this message of the contact centre. Only told to the sandbox. */
  markRead(dialog: UpstreamDialog, upstreamMessageId: string): Promise<Outcome<void>>;
}

/**
 * What became of a call. `not-taken`: it certainly had no effect and may be tried again. `unknown`: nobody can tell.
 * `refused`: it was understood, and will be refused again.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  | { readonly kind: 'not-taken'; readonly detail: string; readonly retryAfterMs?: number }
  | { readonly kind: 'unknown'; readonly detail: string };

/** A customer as the contact centre is to know him. */
export interface UpstreamCustomer {
  readonly customerId: string;
  readonly verified: boolean;
  /** Told only for verified customers. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  readonly displayName?: string;
  readonly parameters: Parameters;
}

/** A conversation, by our id and by theirs. */
export interface UpstreamDialog {
  readonly engagementId: string;
  readonly upstream?: { readonly engagementId: string; readonly dialogId: string };
  readonly upstreamSessionId?: string;
}

/** An engagement to be made: under our id, for the contact centre's session where it has any. */
export interface EngagementOrder {
  readonly engagementId: string;
  readonly upstreamSessionId?: string;
  readonly parameters: Parameters;
}

/** What came of it. Without `ids` they come with the first callback; `active`: it can be used at once. */
export interface OpenedEngagement {
  readonly ids?: { readonly engagementId: string; readonly dialogId: string };
  readonly active: boolean;
}

/** A message of the customer on its way, with all that either kind of integration needs to be told. */
export interface OutgoingMessage {
  readonly dialog: UpstreamDialog;
  readonly customer: UpstreamCustomer;
  /** Ours; comes back in the echo. */
  readonly messageId: string;
  readonly body: OutgoingBody;
  /** The contact centre's ids of the files, in the order of the body's. */
  readonly files: readonly OutgoingFile[];
  /** The contact centre's id of the message that this one answers. */
  readonly parentUpstreamId?: string;
}

/** A file that is already in the contact centre's media store. */
export interface OutgoingFile {
  readonly mediaId: string;
  readonly contentType: string;
}

/** What the answer to a send told; each may come later with the echo. */
export interface SentMessage {
  readonly upstreamMessageId?: string;
  readonly upstream?: { readonly engagementId: string; readonly dialogId: string };
}

/** Reads what callbacks may have failed to bring. */
export interface TranscriptReader {
  state(dialog: UpstreamDialog): Promise<Outcome<DialogState>>;
  /** A page of at most 50 messages; pages count from 1, the oldest messages first. */
  page(dialog: UpstreamDialog, pageNumber: number): Promise<Outcome<TranscriptPage>>;
}

/** How a conversation stands over there. */
export interface DialogState {
  /** PENDING, ACTIVE, TERMINATING, TERMINATED, or a word that we do not know. */
  readonly status: string;
  readonly people: readonly DialogPerson[];
  /** When it changed last, by the contact centre's clock. */
  readonly asOf?: string;
}

/** Somebody who is or was in the conversation. */
export interface DialogPerson {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly present: boolean;
}

/** Messages of the transcript, oldest first. */
export interface TranscriptPage {
  readonly messages: readonly Message[];
  /** Which of all messages the first of these is; the oldest is 0. */
  readonly firstIndex: number;
  readonly total: number;
}

/** The outcome of doing nothing. */
export const nothingToDo: Outcome<void> = { kind: 'done', value: undefined };
