import { AXP_LIMITS } from '../../../protocol/axp/index.ts';
import type { CreateSession, CustomerIdentifiers, Parameters } from '../../../protocol/axp/index.ts';
import type { Json, Transaction } from '../../storage/index.ts';
import { claimOf, joinIdentifiers, resolveCustomer } from '../core/customers.ts';
import { given } from '../core/given.ts';
import type { Office } from '../core/office.ts';
import { setPresent } from '../core/presence.ts';
import type { CustomerRecord, SessionRecord } from '../core/records.ts';
import { tables } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { badReference, badRequest, notFound } from '../http/problem.ts';
import { sessionView } from './chatViews.ts';

type View = Readonly<Record<string, Json>>;

/** "Create session": a customer's page, of a guest or of somebody known. */
export function createSession(office: Office, body: CreateSession): Promise<View> {
  return office.commit(async (work) => {
    const element = await tables.elements.get(work.tx, body.channelProviderId);
    if (element?.kind !== 'chat')
      throw badReference('channelProviderId', 'There is no such chat connector element.');
    const sessionId = work.newId();
    const draft: Omit<SessionRecord, 'customerKey'> = {
      sessionId,
      channelProviderId: body.channelProviderId,
      customerIdentifiers: body.customerIdentifiers,
      sessionParameters: body.sessionParameters ?? {},
      status: 'ACTIVE',
      createdAtMs: work.nowMs,
      updatedAtMs: work.nowMs,
      ...given({ displayName: body.displayName, providerCustomerId: body.providerCustomerId }),
    };
    const customer = await customerOfSession(work, draft);
    const session = { ...draft, customerKey: customer.customerKey };
    await tables.sessions.put(work.tx, [sessionId], session);
    await setPresent(work, customer.customerKey, `session:${sessionId}`, true);
    return {
      ...sessionView(office, session),
      participantId: customer.participantId,
      correlationId: work.correlate(body.correlationId),
    };
  });
}

/** "Get session". */
export function getSession(office: Office, sessionId: string): Promise<View> {
  return office.read(async (tx) => sessionView(office, await sessionOf(tx, sessionId)));
}

/** "Delete session": its engagements go on; the customer is away. Deleting twice is fine. */
export function deleteSession(office: Office, sessionId: string): Promise<void> {
  return office.commit(async (work) => {
    const session = await sessionOf(work.tx, sessionId);
    if (session.status === 'TERMINATED') return;
    await tables.sessions.put(work.tx, [sessionId], {
      ...session,
      status: 'TERMINATED',
      updatedAtMs: work.nowMs,
    });
    await setPresent(work, session.customerKey, `session:${sessionId}`, false);
    for (const dialogId of await tables.sessionDialogs.list(work.tx, [sessionId]))
      await work.apply(dialogId, { type: 'session-left', sessionId });
  });
}

/** "Append identifiers" and "update session parameters"; either may turn a guest into somebody known. */
export function updateSession(
  office: Office,
  sessionId: string,
  change: { readonly identifiers?: CustomerIdentifiers; readonly parameters?: Parameters },
): Promise<View> {
  return office.commit(async (work) => {
    const before = await activeSession(work.tx, sessionId);
    const next: SessionRecord = {
      ...before,
      customerIdentifiers: joinIdentifiers(before.customerIdentifiers, change.identifiers ?? {}),
      sessionParameters: { ...before.sessionParameters, ...change.parameters },
      updatedAtMs: work.nowMs,
    };
    checkSizes(next);
    const customer = await customerOfSession(work, next);
    const session = { ...next, customerKey: customer.customerKey };
    await tables.sessions.put(work.tx, [sessionId], session);
    if (customer.customerKey !== before.customerKey) {
      await setPresent(work, before.customerKey, `session:${sessionId}`, false);
      await setPresent(work, customer.customerKey, `session:${sessionId}`, true);
    }
    for (const dialogId of await tables.sessionDialogs.list(work.tx, [sessionId])) {
      const dialog = await work.dialog(dialogId);
      if (dialog.customerKey !== customer.customerKey)
        await work.apply(dialogId, {
          type: 'customer-recognised',
          customerKey: customer.customerKey,
          name: customer.name,
        });
      if (dialog.status !== 'TERMINATED' && change.parameters)
        await work.apply(dialogId, { type: 'parameters-changed', session: session.sessionParameters });
    }
    return sessionView(office, session);
  });
}

/** The session's row. @throws ProblemError 404 */
export async function sessionOf(tx: Transaction, sessionId: string): Promise<SessionRecord> {
  const session = await tables.sessions.get(tx, sessionId);
  if (!session) throw notFound('session');
  return session;
}

/** The session's row, which must not be over. @throws ProblemError 404, 400 */
export async function activeSession(tx: Transaction, sessionId: string): Promise<SessionRecord> {
  const session = await sessionOf(tx, sessionId);
  if (session.status !== 'ACTIVE') throw badReference('sessionId', 'The session is TERMINATED.');
  return session;
}

function customerOfSession(work: Work, session: Omit<SessionRecord, 'customerKey'>): Promise<CustomerRecord> {
  return resolveCustomer(
    work,
    claimOf({
      parameters: session.sessionParameters,
      identifiers: session.customerIdentifiers,
      guestSeed: session.sessionId,
      ...given({ providerId: session.providerCustomerId, name: session.displayName }),
    }),
  );
}

/** The limits hold for the whole after a merge, not only for what was sent. */
function checkSizes(session: SessionRecord): void {
  const tooMany = (path: string, max: number) =>
    badRequest([{ path, message: `size must be between 0 and ${max}`, rule: 'range' }]);
  if (Object.keys(session.sessionParameters).length > AXP_LIMITS.parameterEntries)
    throw tooMany('sessionParameters', AXP_LIMITS.parameterEntries);
  if (Object.keys(session.customerIdentifiers).length > AXP_LIMITS.identifierKeys)
    throw tooMany('customerIdentifiers', AXP_LIMITS.identifierKeys);
  for (const [name, values] of Object.entries(session.customerIdentifiers))
    if (values.length > AXP_LIMITS.identifierValues)
      throw tooMany(`customerIdentifiers.${name}`, AXP_LIMITS.identifierValues);
}
