import type { Customer } from '../auth/customer.ts';
import type { EngagementRecord } from '../engagements/engagementRecord.ts';
import { readEngagement } from '../engagements/engagementRecord.ts';
import { Refused } from '../refused.ts';
import type { Transaction } from '../../storage/index.ts';
import { readSession, type SessionRecord } from './sessionRecord.ts';

/** The session, where it is this customer's and open. Throws `Refused`: not-found, forbidden or session-gone. */
export async function ownedSession(
  rows: Transaction,
  sessionId: string,
  customer: Customer,
): Promise<SessionRecord> {
  const session = await readSession(rows, sessionId);
  if (!session) throw new Refused('not-found', 'There is no such session.');
  if (session.customerKey !== customer.customerKey) {
    throw new Refused('forbidden', 'This session belongs to another customer.');
  }
  if (session.endedReason !== undefined) {
    throw new Refused('session-gone', 'The session has ended. Begin a new one.');
  }
  return session;
}

/** The engagement, where it is of the session's customer. Throws `Refused`: not-found, also for somebody else's. */
export async function ownedEngagement(
  rows: Transaction,
  session: SessionRecord,
  engagementId: string,
): Promise<EngagementRecord> {
  const engagement = await readEngagement(rows, engagementId);
  if (engagement?.customerKey !== session.customerKey) {
    throw new Refused('not-found', 'There is no such conversation.');
  }
  return engagement;
}
