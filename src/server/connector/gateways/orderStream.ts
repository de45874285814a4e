import { asId, type SessionId } from '../../../protocol/index.ts';
import type { Customer } from '../auth/customer.ts';
import type { Connector } from '../connector.ts';
import { ownedSession } from '../sessions/ownedSession.ts';
import { planResume } from './resume.ts';
import type { StreamOrder } from './stream.ts';

/** Checks that this customer may hear this session, and from where on. Throws `Refused`. */
export async function orderStream(
  connector: Connector,
  customer: Customer,
  sessionId: string,
  cursor: string | undefined,
): Promise<StreamOrder> {
  const resumption = await connector.store.transact(async (rows) => {
    const session = await ownedSession(rows, sessionId, customer);
    return planResume(rows, session, cursor === '' ? undefined : cursor);
  });
  const { customerKey, tokenExpiresAtMs } = customer;
  return { sessionId: asId<SessionId>(sessionId), customerKey, resumption, tokenExpiresAtMs };
}
