import { uuidV4, uuidV7 } from '../../../lib/index.ts';
import {
  asId,
  type DialogId,
  type DisconnectReason,
  type EngagementId,
  type Parameters,
  type WireEngagement,
} from '../../../protocol/index.ts';
import type { Customer } from '../auth/customer.ts';
import type { Connector } from '../connector.ts';
import { dialogOf } from '../jobs/outgoing.ts';
import { putJob } from '../jobs/jobRecord.ts';
import { keys } from '../keys.ts';
import { append, openLog, readHead } from '../log/logBook.ts';
import { inUnit, type Unit } from '../log/unit.ts';
import { Refused } from '../refused.ts';
import { ownedEngagement, ownedSession } from '../sessions/ownedSession.ts';
import { openSessionsOf, writeSession, type SessionRecord } from '../sessions/sessionRecord.ts';
import { settled } from '../upstream/settled.ts';
import type { OpenedEngagement, UpstreamAdapter } from '../upstream/upstreamAdapter.ts';
import { engagementsOf, readEngagement, writeEngagement, type EngagementRecord } from './engagementRecord.ts';
import { engagementView } from './engagementView.ts';
import { activate } from './participantFacts.ts';

/** Who asks, and through which of the sessions. */
export interface Asker {
  readonly customer: Customer;
  readonly sessionId: string;
}

/**
 * Begins an engagement (chat), or answers the one that is always there (messaging). Recorded before the contact centre
 * is asked, so that callbacks which overtake the answer find it.
 */
export async function openEngagement(
  connector: Connector,
  asker: Asker,
  parameters: Parameters,
): Promise<{ readonly engagement: WireEngagement; readonly made: boolean }> {
  const begun = await inUnit(connector, async (unit) => {
    const session = await ownedSession(unit.rows, asker.sessionId, asker.customer);
    const adapter = connector.adapterOf(session.integrationId);
    if (!adapter) throw new Refused('not-found', 'The integration of this session is gone.');
    if (adapter.kind === 'messaging') return { adapter, session, standing: await standing(unit, session) };
    return { adapter, session, record: await begin(unit, session, parameters) };
  });
  const { adapter, session, record } = begun;
  if (!record) return { engagement: begun.standing, made: false };
  const asked = askUpstream(adapter, session, record);
  connector.opening.add(asked);
  const outcome = await asked.finally(() => connector.opening.delete(asked));
  const engagement = await inUnit(connector, async (unit) => {
    if (outcome.kind === 'done')
      return announce(connector, unit, session, record.engagementId, outcome.value);
    await unit.rows.delete(keys.engagement(record.engagementId));
    await unit.rows.delete(keys.log(record.engagementId));
    return undefined;
  });
  const opened = settled(outcome);
  if (!engagement) throw new Refused('internal', `The conversation was lost (${String(opened.active)}).`);
  return { engagement, made: true };
}

/** Makes this session hear an engagement from its present end on. Joining twice is fine. */
export async function joinEngagement(
  connector: Connector,
  asker: Asker,
  engagementId: string,
): Promise<WireEngagement> {
  const place = await connector.store.transact(async (rows) => {
    const session = await ownedSession(rows, asker.sessionId, asker.customer);
    const engagement = await ownedEngagement(rows, session, engagementId);
    return { session, engagement };
  });
  const { session, engagement } = place;
  const adapter = connector.adapterOf(engagement.integrationId);
  if (!adapter) throw new Refused('not-found', 'The integration of this conversation is gone.');
  const joined = Object.hasOwn(session.joined, engagementId);
  if (!joined && engagement.status === 'TERMINATED') {
    throw new Refused('engagement-ended', 'The conversation has ended; its history can still be read.');
  }
  if (!joined) {
    const outcome = await adapter.join(dialogOf(engagement, session));
    // A dialog that nobody has taken yet cannot be joined over there; callbacks come to us all the same.
    const waiting = engagement.participants.every((one) => one.participantType === 'CUSTOMER');
    if (!(waiting && outcome.kind === 'refused')) settled(outcome);
  }
  return inUnit(connector, async (unit) => {
    const now = await ownedSession(unit.rows, asker.sessionId, asker.customer);
    const head = await readHead(unit.rows, engagementId);
    const hearing: SessionRecord = joined ? now : withJoined(now, engagementId, head?.seq ?? 0);
    await writeSession(unit.rows, hearing);
    unit.touch(hearing.sessionId); // its streams look for new logs
    unit.afterCommit(() => connector.reconciler.began(hearing.sessionId, engagementId));
    return engagementView(unit.rows, await ownedEngagement(unit.rows, hearing, engagementId), hearing);
  });
}

/** The customer leaves: recorded now, told to the contact centre after the messages that were sent before. */
export async function leaveEngagement(
  connector: Connector,
  asker: Asker,
  engagementId: string,
  reason: DisconnectReason,
): Promise<void> {
  await inUnit(connector, async (unit) => {
    const session = await ownedSession(unit.rows, asker.sessionId, asker.customer);
    const engagement = await ownedEngagement(unit.rows, session, engagementId);
    if (engagement.status === 'TERMINATED' || engagement.status === 'TERMINATING') return;
    if (engagement.kind === 'chat')
      await writeEngagement(unit.rows, { ...engagement, status: 'TERMINATING' });
    await putJob(unit, engagementId, { type: 'leave', engagementId, sessionId: session.sessionId, reason });
    unit.afterCommit(() => connector.jobs.kick(engagementId));
  });
}

async function standing(unit: Unit, session: SessionRecord): Promise<WireEngagement> {
  const [engagement] = await engagementsOf(unit.rows, session.customerKey);
  if (!engagement) throw new Refused('not-found', 'There is no such conversation.');
  return engagementView(unit.rows, engagement, session);
}

async function begin(unit: Unit, session: SessionRecord, parameters: Parameters): Promise<EngagementRecord> {
  const now = new Date(unit.nowMs).toISOString();
  const record: EngagementRecord = {
    engagementId: asId<EngagementId>(uuidV7(unit.nowMs, unit.random)),
    dialogId: asId<DialogId>(uuidV4(unit.random)),
    customerKey: session.customerKey,
    integrationId: session.integrationId,
    kind: 'chat',
    status: 'PENDING',
    createdAt: now,
    lastUpdatedAt: now,
    participants: [],
    parameters,
    changes: {},
  };
  await openLog(unit, record.engagementId);
  await writeEngagement(unit.rows, record);
  return record;
}

function askUpstream(
  adapter: UpstreamAdapter,
  session: SessionRecord,
  record: EngagementRecord,
): ReturnType<UpstreamAdapter['openEngagement']> {
  const { upstreamSessionId } = session;
  return adapter.openEngagement({
    engagementId: record.engagementId,
    parameters: record.parameters,
    ...(upstreamSessionId === undefined ? {} : { upstreamSessionId }),
  });
}

/** The contact centre has it: it becomes visible, to this session as joined, to the customer's others as to be joined. */
async function announce(
  connector: Connector,
  unit: Unit,
  asker: SessionRecord,
  engagementId: EngagementId,
  opened: OpenedEngagement,
): Promise<WireEngagement | undefined> {
  let engagement = await readEngagement(unit.rows, engagementId); // callbacks may have changed it meanwhile
  if (!engagement) return undefined;
  if (opened.ids) {
    engagement = { ...engagement, upstream: opened.ids };
    await unit.rows.put(keys.dialog(opened.ids.dialogId), engagementId);
  }
  await writeEngagement(unit.rows, engagement);
  if (opened.active) engagement = await activate(unit, engagement);
  await unit.rows.put(keys.customerEngagements(engagement.customerKey) + engagementId, true);
  let own: WireEngagement | undefined;
  for (const session of await openSessionsOf(unit.rows, engagement.customerKey)) {
    const isAsker = session.sessionId === asker.sessionId;
    const hearing = isAsker ? withJoined(session, engagementId, 0) : session;
    await writeSession(unit.rows, hearing);
    const view = await engagementView(unit.rows, engagement, hearing);
    if (isAsker) own = view;
    await append(unit, session.sessionId, { type: 'ENGAGEMENT_OPENED', engagement: view });
    if (isAsker) unit.afterCommit(() => connector.reconciler.began(session.sessionId, engagementId));
  }
  // The session ended while we asked: nobody here hears it, but the customer's engagement it is.
  return own ?? engagementView(unit.rows, engagement, asker);
}

function withJoined(session: SessionRecord, engagementId: string, fromSeq: number): SessionRecord {
  return { ...session, joined: { ...session.joined, [engagementId]: fromSeq } };
}
