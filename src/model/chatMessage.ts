import type {
  ClientMessageId,
  EngagementId,
  MessageBody,
  MessageId,
  Participant,
} from '../protocol/index.ts';
import type { Delivery } from './status.ts';

/** A file that is on its way up: shown from the device. */
export interface LocalFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  /** An object URL of this page, where the file is an image. */
  readonly previewUrl?: string;
}

/** One message as a reader sees it. Immutable: a change makes a new object, so a row can compare by reference. */
export interface ChatMessage {
  /** The same from compose to the end of time: a React key. */
  readonly key: string;
  /** Absent while there is no engagement yet to take it. */
  readonly engagementId?: EngagementId;
  /** Absent until the connector has accepted it. */
  readonly messageId?: MessageId;
  /** Present on one's own. */
  readonly clientMessageId?: ClientMessageId;
  readonly own: boolean;
  /** Absent on one's own before the session is known. */
  readonly sender?: Participant;
  readonly body: MessageBody;
  /** Present while the body's files are still going up. */
  readonly localFiles?: readonly LocalFile[] | undefined;
  readonly parentMessageId?: MessageId | undefined;
  /** Wall clock, milliseconds since 1970 UTC, corrected by the server's offset where it is our own. */
  readonly atMs: number;
  /** Place in the log; absent while pending. */
  readonly seq?: number;
  readonly delivery: Delivery;
  /** It came after a younger one. */
  readonly late: boolean;
}

/** What happened besides messages, as a line in the list. */
export type SystemEvent =
  | { readonly type: 'joined'; readonly participant: Participant }
  | { readonly type: 'left'; readonly participant: Participant }
  | { readonly type: 'ended' }
  | { readonly type: 'error'; readonly title: string; readonly detail: string };

/** One row of the list, oldest first; pending messages stand last. */
export type TimelineItem =
  | { readonly kind: 'message'; readonly key: string; readonly message: ChatMessage }
  | {
      readonly kind: 'system';
      readonly key: string;
      readonly seq: number;
      readonly atMs: number;
      readonly event: SystemEvent;
    }
  /** Entries that could not be had: never a silent hole (guarantees, G2). */
  | {
      readonly kind: 'gap';
      readonly key: string;
      readonly afterSeq: number;
      readonly beforeSeq: number;
      readonly status: 'loading' | 'failed';
    };
