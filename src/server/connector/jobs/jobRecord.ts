import { decode, type DecodedBy, type Decoder } from '../../../lib/index.ts';
import {
  decodeOutgoingBody,
  DISCONNECT_REASONS,
  END_REASONS,
  type DisconnectReason,
  type EndReason,
  type OutgoingBody,
} from '../../../protocol/index.ts';
import { keys } from '../keys.ts';
import type { Unit } from '../log/unit.ts';
import { toRow } from '../storedRow.ts';

/** What the contact centre is still to be told. Recorded with what caused it, done in the order of its lane. */
export type JobTask =
  | {
      readonly type: 'send';
      readonly engagementId: string;
      readonly sessionId: string;
      readonly messageId: string;
      readonly body: OutgoingBody;
      readonly parentMessageId?: string;
    }
  | {
      readonly type: 'leave';
      readonly engagementId: string;
      readonly sessionId: string;
      readonly reason: DisconnectReason;
    }
  | {
      readonly type: 'close-session';
      readonly integrationId: string;
      readonly upstreamSessionId: string;
      readonly reason: EndReason;
    };

/** A job in its lane. `sending`: a call began; found so after a restart, its outcome is unknown. */
export interface JobRecord {
  readonly task: JobTask;
  readonly state: 'waiting' | 'sending';
  readonly attempts: number;
  /** Wall time, milliseconds. */
  readonly bornAtMs: number;
  readonly dueAtMs: number;
}

const decodeTask: Decoder<JobTask> = decode.union<JobTask>('type', {
  send: decode.object({
    type: decode.oneOf('send'),
    engagementId: decode.string(),
    sessionId: decode.string(),
    messageId: decode.string(),
    body: decodeOutgoingBody,
    parentMessageId: decode.optional(decode.string()),
  }),
  leave: decode.object({
    type: decode.oneOf('leave'),
    engagementId: decode.string(),
    sessionId: decode.string(),
    reason: decode.oneOf(...DISCONNECT_REASONS),
  }),
  'close-session': decode.object({
    type: decode.oneOf('close-session'),
    integrationId: decode.string(),
    upstreamSessionId: decode.string(),
    reason: decode.oneOf(...END_REASONS),
  }),
});

/** Reads a stored job. */
export const decodeJobRecord: Decoder<JobRecord> = decode.object({
  task: decodeTask,
  state: decode.oneOf('waiting', 'sending'),
  attempts: decode.number(),
  bornAtMs: decode.number(),
  dueAtMs: decode.number(),
});

/** Reads a stored "outcome unknown". */
export const decodeSettling = decode.object({
  messageId: decode.string(),
  engagementId: decode.string(),
  sessionId: decode.string(),
  /** Wall time at which the outcome became unknown. */
  sinceMs: decode.number(),
});
export type Settling = DecodedBy<typeof decodeSettling>;

/** Puts a task at the end of its lane, within the transaction of what caused it. */
export async function putJob(unit: Unit, lane: string, task: JobTask): Promise<void> {
  const counter = await unit.rows.get(keys.laneCounter(lane));
  const number = (typeof counter === 'number' ? counter : 0) + 1;
  const job: JobRecord = { task, state: 'waiting', attempts: 0, bornAtMs: unit.nowMs, dueAtMs: unit.nowMs };
  await unit.rows.put(keys.laneCounter(lane), number);
  await unit.rows.put(keys.job(lane, number), toRow(job));
}
