import { sortable } from '../storage/index.ts';

/** Where the connector's rows stand in its store. Parts are ids of ours or percent-encoded, so no part holds a slash. */
export const keys = {
  session: (sessionId: string): string => `session/${sessionId}`,
  openSessions: 'open-session/',
  openSession: (sessionId: string): string => `open-session/${sessionId}`,
  customer: (customerKey: string): string => `customer/${customerKey}`,
  customerSessions: (customerKey: string): string => `customer-session/${customerKey}/`,
  customerEngagements: (customerKey: string): string => `customer-engagement/${customerKey}/`,
  engagement: (engagementId: string): string => `engagement/${part(engagementId)}`,
  /** From the contact centre's dialog to our engagement. */
  dialog: (dialogId: string): string => `dialog/${part(dialogId)}`,
  log: (log: string): string => `log/${log}`,
  entries: (log: string): string => `entry/${log}/`,
  entry: (log: string, seq: number): string => `entry/${log}/${sortable(seq)}`,
  message: (messageId: string): string => `message/${part(messageId)}`,
  upstreamMessages: (engagementId: string): string => `upstream-message/${engagementId}/`,
  upstreamMessage: (engagementId: string, upstreamId: string): string =>
    `upstream-message/${engagementId}/${part(upstreamId)}`,
  sends: (engagementId: string): string => `send/${engagementId}/`,
  send: (engagementId: string, clientMessageId: string): string =>
    `send/${engagementId}/${part(clientMessageId)}`,
  senders: (engagementId: string): string => `sender/${engagementId}/`,
  sender: (engagementId: string, senderId: string): string => `sender/${engagementId}/${part(senderId)}`,
  jobs: 'job/',
  lane: (lane: string): string => `job/${lane}/`,
  job: (lane: string, number: number): string => `job/${lane}/${sortable(number)}`,
  laneCounter: (lane: string): string => `lane/${lane}`,
  settlings: 'settling/',
  settling: (messageId: string): string => `settling/${messageId}`,
  attachment: (attachmentId: string): string => `attachment/${part(attachmentId)}`,
  upstreamMedia: (customerKey: string, mediaId: string): string =>
    `upstream-media/${customerKey}/${part(mediaId)}`,
  seens: 'seen/',
  seen: (callback: string): string => `seen/${part(callback)}`,
  /** What has ended, in the order of its end. */
  endeds: 'ended/',
  ended: (what: 'session' | 'engagement', id: string, atMs: number): string =>
    `ended/${seconds(atMs)}/${what}/${id}`,
  endedBefore: (atMs: number): string => `ended/${seconds(atMs)}`,
  mediaSecret: 'secret/media',
} as const;

/** Milliseconds have thirteen digits, one more than sort. */
function seconds(ms: number): string {
  return sortable(Math.max(0, Math.floor(ms / 1000)));
}

/** A text of anybody's as one part of a key; half a surrogate pair, which cannot be encoded, is replaced. */
function part(text: string): string {
  // Most are ids, of which nothing needs to be encoded: asking so is cheaper than encoding.
  if (PLAIN.test(text)) return text;
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

const PLAIN = /^[\w.-]*$/;
