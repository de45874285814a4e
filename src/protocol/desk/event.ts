import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { decodeDeskEngagement, decodeDeskEngagementDetails, decodeDeskMessage } from './engagement.ts';

const id = decode.string({ min: 1, max: 256 });
const instant = decode.string({ min: 10, max: 40 });

/** Reads an agent. */
export const decodeDeskAgent = decode.object({
  agentId: id,
  user: decode.string(),
  name: decode.string(),
  attributes: decode.list(decode.string()),
  /** `offline`: not signed in. */
  state: decode.oneOf('ready', 'away', 'offline'),
  openEngagements: decode.number({ min: 0, whole: true }),
});
/** An agent as the others see them. */
export type DeskAgent = DecodedBy<typeof decodeDeskAgent>;

/** Reads a place in a queue. */
export const decodeDeskQueueEntry = decode.object({
  id,
  /** The integration whose queue it waits in. */
  queueId: id,
  queueName: decode.string(),
  /** 1 is next within its queue. */
  position: decode.number({ min: 1, whole: true }),
  customerName: decode.string(),
  verified: decode.boolean,
  queuedAt: instant,
  requiredAttributes: decode.list(decode.string()),
  /** Somebody's desk rings for it. */
  alerting: decode.boolean,
});
/** A place in a queue. */
export type DeskQueueEntry = DecodedBy<typeof decodeDeskQueueEntry>;

/** Reads an alert. */
export const decodeDeskAlert = decode.object({
  engagement: decodeDeskEngagement,
  /** When it goes to the next agent. */
  expiresAt: instant,
  /** Present when another agent transferred it to me. */
  transferredFrom: decode.optional(decode.string()),
});
/** The desk rings: accept or decline by `engagement.id` before `expiresAt`. */
export type DeskAlert = DecodedBy<typeof decodeDeskAlert>;

/** Reads the answer of sign-in. */
export const decodeDeskSignedIn = decode.object({
  token: decode.string({ min: 1 }),
  expiresAt: instant,
  agent: decodeDeskAgent,
});
/** Answer of sign-in: the bearer token of every further call. */
export type DeskSignedIn = DecodedBy<typeof decodeDeskSignedIn>;

const queueName = decode.object({ queueId: id, name: decode.string() });

/** Reads the whole desk. */
export const decodeDeskSnapshot = decode.object({
  /** `Last-Event-ID` from which the stream goes on after this snapshot. */
  cursor: decode.string(),
  serverTime: instant,
  me: decodeDeskAgent,
  agents: decode.list(decodeDeskAgent),
  /** Queues that exist: targets of a transfer. */
  queues: decode.list(queueName),
  queue: decode.list(decodeDeskQueueEntry),
  alerts: decode.list(decodeDeskAlert),
  /** Mine and open, whole. */
  engagements: decode.list(decodeDeskEngagementDetails),
  /** Mine and closed, newest first, at most 20. */
  history: decode.list(decodeDeskEngagement),
});
/** The whole desk of one agent. */
export type DeskSnapshot = DecodedBy<typeof decodeDeskSnapshot>;

const events = {
  snapshot: decode.object({ type: decode.oneOf('snapshot'), snapshot: decodeDeskSnapshot }),
  'queue-changed': decode.object({
    type: decode.oneOf('queue-changed'),
    queue: decode.list(decodeDeskQueueEntry),
  }),
  alert: decode.object({ type: decode.oneOf('alert'), alert: decodeDeskAlert }),
  'alert-withdrawn': decode.object({
    type: decode.oneOf('alert-withdrawn'),
    id,
    reason: decode.oneOf('unanswered', 'accepted', 'declined', 'customer-left', 'agent-unavailable'),
  }),
  'engagement-updated': decode.object({
    type: decode.oneOf('engagement-updated'),
    engagement: decodeDeskEngagement,
  }),
  message: decode.object({ type: decode.oneOf('message'), id, message: decodeDeskMessage }),
  'message-read': decode.object({
    type: decode.oneOf('message-read'),
    id,
    /** The customer has read every message up to this index. */
    index: decode.number({ min: 0, whole: true }),
  }),
  typing: decode.object({
    type: decode.oneOf('typing'),
    id,
    participantId: id,
    name: decode.string(),
    at: instant,
  }),
  'customer-presence': decode.object({
    type: decode.oneOf('customer-presence'),
    customerKey: id,
    present: decode.boolean,
  }),
  'agents-changed': decode.object({
    type: decode.oneOf('agents-changed'),
    agents: decode.list(decodeDeskAgent),
  }),
  /** The server is about to stop: come back after so many milliseconds. */
  reconnect: decode.object({
    type: decode.oneOf('reconnect'),
    afterMs: decode.number({ min: 0, max: 60_000 }),
  }),
};

/**
 * One event of the desk's stream. `engagement-updated` is also the way an engagement leaves the desk: its `agentId` is
 * another's, or its `phase` is `closed`. Lists in events are whole, never differences.
 */
export type DeskEvent = { [K in keyof typeof events]: DecodedBy<(typeof events)[K]> }[keyof typeof events];

/** Reads one event; unknown types are a fault that the desk logs and skips. */
export const decodeDeskEvent: Decoder<DeskEvent> = decode.union<DeskEvent>('type', events);
