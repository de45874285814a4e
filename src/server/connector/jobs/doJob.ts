import type { Connector } from '../connector.ts';
import {
  readEngagement,
  readMessage,
  writeEngagement,
  writeMessage,
} from '../engagements/engagementRecord.ts';
import { markFailed } from '../engagements/messageFacts.ts';
import { changeParticipant, terminate } from '../engagements/participantFacts.ts';
import { keys } from '../keys.ts';
import { inUnit, type Unit } from '../log/unit.ts';
import { readSession } from '../sessions/sessionRecord.ts';
import { toRow } from '../storedRow.ts';
import type { Outcome, SentMessage, UpstreamAdapter } from '../upstream/upstreamAdapter.ts';
import type { JobTask } from './jobRecord.ts';
import type { JobAt, JobResult } from './jobRunner.ts';
import { outgoingOf, dialogOf } from './outgoing.ts';
import type { Settler } from './settler.ts';

/** Does one job: tells the contact centre, and writes what came of it together with the end of the job. */
export function doJob(connector: Connector, settler: Settler, task: JobTask, job: JobAt): Promise<JobResult> {
  switch (task.type) {
    case 'send':
      return doSend(connector, settler, task, job);
    case 'leave':
      return doLeave(connector, task, job);
    case 'close-session':
      return doClose(connector, task, job);
  }
}

type TaskOf<Type extends JobTask['type']> = Extract<JobTask, { readonly type: Type }>;

/** Nothing certain to have failed is tried for longer. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
/** A chat that is not active yet is given so long before a message is sent all the same. */
const PENDING_FOR_MS = 10_000;
const PENDING_LOOK_MS = 500;

async function doSend(
  connector: Connector,
  settler: Settler,
  task: TaskOf<'send'>,
  job: JobAt,
): Promise<JobResult> {
  const ageMs = connector.clock.now() - job.record.bornAtMs;
  const ready = await outgoingOf(connector, task);
  if (!ready) return end(connector, job, async () => undefined);
  const { engagement, adapter, message } = ready;
  if (engagement.status === 'PENDING' && ageMs < PENDING_FOR_MS)
    return { kind: 'hold', forMs: PENDING_LOOK_MS };
  // A call that had begun when the process died: its outcome is unknown, and sending again might double it.
  if (job.record.state === 'sending') return settle(connector, settler, task, job);
  await job.begin();
  const outcome = await adapter.send(message);
  switch (outcome.kind) {
    case 'done':
      return end(connector, job, (unit) => noteSent(unit, task, outcome.value));
    case 'unknown':
      connector.logger.warn('the outcome of a send is unknown', { detail: outcome.detail });
      return settle(connector, settler, task, job);
    case 'not-taken':
      connector.logger.warn('a message waits for the contact centre', {
        detail: outcome.detail,
        attempts: job.record.attempts + 1,
      });
      if (ageMs < GIVE_UP_AFTER_MS) return again(outcome);
      return end(connector, job, (unit) => noteFailed(unit, task, outcome.detail));
    case 'refused':
      return end(connector, job, (unit) => noteFailed(unit, task, outcome.detail));
  }
}

function settle(
  connector: Connector,
  settler: Settler,
  task: TaskOf<'send'>,
  job: JobAt,
): Promise<JobResult> {
  const { messageId, engagementId, sessionId } = task;
  return end(connector, job, async (unit) => {
    const message = await readMessage(unit.rows, messageId);
    if (message?.delivery !== 'accepted') return; // the echo was quicker
    const settling = { messageId, engagementId, sessionId, sinceMs: unit.nowMs };
    await unit.rows.put(keys.settling(messageId), toRow(settling));
    unit.afterCommit(() => settler.watch(settling));
  });
}

async function noteSent(unit: Unit, task: TaskOf<'send'>, sent: SentMessage): Promise<void> {
  const message = await readMessage(unit.rows, task.messageId);
  if (message && sent.upstreamMessageId !== undefined && message.upstreamMessageId === undefined) {
    await writeMessage(unit.rows, { ...message, upstreamMessageId: sent.upstreamMessageId });
  }
  if (!sent.upstream) return;
  await unit.rows.put(keys.dialog(sent.upstream.dialogId), task.engagementId);
  const engagement = await readEngagement(unit.rows, task.engagementId);
  if (engagement) await writeEngagement(unit.rows, { ...engagement, upstream: sent.upstream });
}

async function noteFailed(unit: Unit, task: TaskOf<'send'>, detail: string): Promise<void> {
  const message = await readMessage(unit.rows, task.messageId);
  if (message) await markFailed(unit, message, detail);
}

async function doLeave(connector: Connector, task: TaskOf<'leave'>, job: JobAt): Promise<JobResult> {
  const place = await connector.store.transact(async (rows) => {
    const engagement = await readEngagement(rows, task.engagementId);
    const session = await readSession(rows, task.sessionId);
    return engagement && session ? { engagement, session } : undefined;
  });
  const adapter = place && connector.adapterOf(place.engagement.integrationId);
  // Before the first message there is no dialog upstream that could be left.
  if (!adapter || !place.engagement.upstream) return end(connector, job, async () => undefined);
  await job.begin();
  const outcome = await adapter.leave(dialogOf(place.engagement, place.session), task.reason);
  // Leaving twice has the effect of leaving once, so an unknown outcome may be tried again.
  if (mayTryAgain(connector, outcome, job)) return again(outcome);
  return end(connector, job, async (unit) => {
    const engagement = await readEngagement(unit.rows, task.engagementId);
    if (!engagement || engagement.kind !== 'chat') return;
    const date = new Date(unit.nowMs).toISOString();
    const self = engagement.participants.find((one) => one.participantType === 'CUSTOMER');
    const left = self && (await changeParticipant(unit, engagement, self, { present: false, date }));
    await terminate(unit, left ?? engagement);
  });
}

async function doClose(connector: Connector, task: TaskOf<'close-session'>, job: JobAt): Promise<JobResult> {
  const adapter: UpstreamAdapter | undefined = connector.adapterOf(task.integrationId);
  if (!adapter) return end(connector, job, async () => undefined);
  await job.begin();
  const outcome = await adapter.closeSession(task.upstreamSessionId, task.reason);
  return mayTryAgain(connector, outcome, job) ? again(outcome) : end(connector, job, async () => undefined);
}

function mayTryAgain(connector: Connector, outcome: Outcome<unknown>, job: JobAt): boolean {
  const ageMs = connector.clock.now() - job.record.bornAtMs;
  return (outcome.kind === 'not-taken' || outcome.kind === 'unknown') && ageMs < GIVE_UP_AFTER_MS;
}

function again(outcome: Outcome<unknown>): JobResult {
  const waitMs = outcome.kind === 'not-taken' ? outcome.retryAfterMs : undefined;
  return { kind: 'again', ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
}

async function end(
  connector: Connector,
  job: JobAt,
  effects: (unit: Unit) => Promise<void>,
): Promise<JobResult> {
  await inUnit(connector, async (unit) => {
    await unit.rows.delete(job.jobKey);
    await effects(unit);
  });
  return { kind: 'settled' };
}
