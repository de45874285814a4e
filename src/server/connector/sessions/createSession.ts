import { uuidV4, uuidV7 } from '../../../lib/index.ts';
import {
  asId,
  type CreateSessionRequest,
  type DialogId,
  type EngagementId,
  type ParticipantId,
  type SessionId,
  type SessionView,
} from '../../../protocol/index.ts';
import type { Customer } from '../auth/customer.ts';
import type { Connector } from '../connector.ts';
import { readEngagement, writeEngagement, type EngagementRecord } from '../engagements/engagementRecord.ts';
import { keys } from '../keys.ts';
import { openLog, readHead } from '../log/logBook.ts';
import { inUnit, type Unit } from '../log/unit.ts';
import { Refused } from '../refused.ts';
import { readRow, toRow } from '../storedRow.ts';
import { settled } from '../upstream/settled.ts';
import { pageParameters } from './pageParameters.ts';
import {
  decodeCustomerRecord,
  writeSession,
  type CustomerRecord,
  type SessionRecord,
} from './sessionRecord.ts';
import { sessionView } from './sessionView.ts';

/**
 * Begins a session: upstream first where the contact centre has sessions, then here. On a messaging integration the
 * customer's never-ending conversation is made with the first session and shared by all further ones.
 */
export async function createSession(
  connector: Connector,
  customer: Customer,
  request: CreateSessionRequest,
): Promise<SessionView> {
  if (request.integrationId !== customer.integrationId) {
    throw new Refused('forbidden', 'The token was made for another integration.');
  }
  const adapter = await connector.findAdapter(request.integrationId);
  if (!adapter) throw new Refused('not-found', 'There is no such integration.');
  const parameters = pageParameters(request.sessionParameters ?? {}, connector.logger);
  const displayName = customer.name ?? request.displayName;
  const named = displayName === undefined || displayName === '' ? {} : { displayName };
  const { customerKey, customerId, verified, identifiers, integrationId } = customer;
  const upstream = settled(
    await adapter.openSession({ customerId, verified, identifiers, parameters, ...named }),
  );

  return inUnit(connector, async (unit) => {
    const sessionId = asId<SessionId>(uuidV4(unit.random));
    const person = await customerRecord(unit, customer, adapter.kind === 'messaging');
    const session: SessionRecord = {
      sessionId,
      integrationId,
      customerKey,
      customerId,
      verified,
      identifiers,
      ...named,
      participantId: person.participantId,
      parameters,
      createdAtMs: unit.nowMs,
      ...(upstream.sessionId === undefined ? {} : { upstreamSessionId: upstream.sessionId }),
      joined: await joinedAtOnce(unit, person),
      streamlessSinceMs: unit.nowMs,
    };
    await openLog(unit, sessionId);
    await writeSession(unit.rows, session);
    return sessionView(unit, session, adapter, customer);
  });
}

async function customerRecord(unit: Unit, customer: Customer, messaging: boolean): Promise<CustomerRecord> {
  const key = keys.customer(customer.customerKey);
  const known = await readRow(unit.rows, key, decodeCustomerRecord);
  if (known) return known;
  const made: CustomerRecord = {
    participantId: asId<ParticipantId>(uuidV4(unit.random)),
    ...(messaging ? { defaultEngagementId: await openDefaultEngagement(unit, customer) } : {}),
  };
  await unit.rows.put(key, toRow(made));
  return made;
}

async function openDefaultEngagement(unit: Unit, customer: Customer): Promise<string> {
  const engagementId = asId<EngagementId>(uuidV7(unit.nowMs, unit.random));
  const now = new Date(unit.nowMs).toISOString();
  const engagement: EngagementRecord = {
    engagementId,
    dialogId: asId<DialogId>(uuidV4(unit.random)),
    customerKey: customer.customerKey,
    integrationId: customer.integrationId,
    kind: 'messaging',
    status: 'ACTIVE',
    createdAt: now,
    lastUpdatedAt: now,
    participants: [],
    parameters: {},
    changes: {},
  };
  await openLog(unit, engagementId);
  await writeEngagement(unit.rows, engagement);
  await unit.rows.put(keys.customerEngagements(customer.customerKey) + engagementId, true);
  return engagementId;
}

/** A messaging conversation is joined by itself, from its present end: what was before is history. */
async function joinedAtOnce(unit: Unit, person: CustomerRecord): Promise<Readonly<Record<string, number>>> {
  const id = person.defaultEngagementId;
  const engagement = id === undefined ? undefined : await readEngagement(unit.rows, id);
  if (!engagement) return {};
  const head = await readHead(unit.rows, engagement.engagementId);
  return { [engagement.engagementId]: head?.seq ?? 0 };
}
