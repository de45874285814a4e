import type {
  DeskAgent,
  DeskAlert,
  DeskCustomer,
  DeskEngagement,
  DeskEngagementDetails,
  DeskEvent,
  DeskMessage,
  DeskOutgoingContent,
  DeskQueueEntry,
  DeskSnapshot,
} from '../../protocol/desk/index.ts';
import type { LocalFile } from '../../model/index.ts';

/** The line to the contact centre. `retryAtMs` is wall time. */
export type DeskLine =
  | { readonly status: 'connecting' }
  | { readonly status: 'open' }
  | { readonly status: 'lost'; readonly retryAtMs: number };

/** What I am saying: as the wire has it, but files are still on this device. */
export type PendingContent =
  | Extract<DeskOutgoingContent, { readonly kind: 'text' }>
  | { readonly kind: 'files'; readonly caption?: string; readonly files: readonly LocalFile[] };

/** A message of mine that the contact centre has not confirmed yet. */
export interface PendingMessage {
  readonly clientMessageId: string;
  readonly content: PendingContent;
  readonly atMs: number;
  /** `failed` waits for a person: try again or remove. */
  readonly status: 'sending' | 'failed';
}

/** One engagement that is or was on my desk, whole. */
export interface Conversation {
  readonly engagement: DeskEngagement;
  /** By `index`, ascending, no holes of ours. */
  readonly messages: readonly DeskMessage[];
  readonly pending: readonly PendingMessage[];
  readonly customer: DeskCustomer;
  /** Who is writing now, other than me; absent when nobody. */
  readonly typing?: string;
  /** Messages of others since I last looked. */
  readonly unread: number;
  /** Up to here I have looked; a message index. */
  readonly seenIndex: number;
}

/** Everything the agent's desk shows. Changed only by `reduceDesk`. */
export interface DeskState {
  readonly line: DeskLine;
  /** Absent until the first snapshot. */
  readonly me?: DeskAgent;
  /** Add to the wall clock to get the contact centre's time, milliseconds. */
  readonly serverOffsetMs: number;
  readonly agents: readonly DeskAgent[];
  readonly queues: DeskSnapshot['queues'];
  readonly queue: readonly DeskQueueEntry[];
  readonly alerts: readonly DeskAlert[];
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** Mine and open, in order of acceptance. */
  readonly openIds: readonly string[];
  /** Mine and closed, newest first, at most 20. */
  readonly history: readonly DeskEngagement[];
  readonly selectedId?: string;
  /** The last thing that happened without my doing, to be told once. */
  readonly notice?: DeskNotice;
}

/** Something a person is told in passing. `serial` tells two equal ones apart. */
export interface DeskNotice {
  readonly serial: number;
  readonly kind: NoticeKind;
  readonly name: string;
}
/** What the notice is about. */
export type NoticeKind =
  | 'missed' // my desk rang and I did not answer
  | 'taken' // it was no longer mine to take
  | 'customer-left'
  | 'handed-over' // it is with another agent or in a queue now
  | 'closed' // by me or by the contact centre
  | 'failed'; // what I asked for could not be done

/** All that can happen to the desk: the contact centre's events, and what happens here. `atMs` is wall time. */
export type DeskSignal =
  | { readonly type: 'event'; readonly event: DeskEvent; readonly atMs: number }
  | { readonly type: 'line'; readonly line: DeskLine }
  | { readonly type: 'details'; readonly details: DeskEngagementDetails }
  | { readonly type: 'selected'; readonly id?: string }
  | { readonly type: 'seen'; readonly id: string }
  | { readonly type: 'typing-over'; readonly id: string }
  | { readonly type: 'composed'; readonly id: string; readonly message: PendingMessage }
  | { readonly type: 'send-failed'; readonly id: string; readonly clientMessageId: string }
  | { readonly type: 'removed'; readonly id: string; readonly clientMessageId: string }
  | { readonly type: 'alert-answered'; readonly id: string }
  | { readonly type: 'me'; readonly me: DeskAgent }
  | { readonly type: 'notice'; readonly kind: NoticeKind; readonly name: string };

/** The desk before anything happened. */
export const initialDeskState: DeskState = {
  line: { status: 'connecting' },
  serverOffsetMs: 0,
  agents: [],
  queues: [],
  queue: [],
  alerts: [],
  conversations: {},
  openIds: [],
  history: [],
};
