import { decode, isUuid } from '../../../lib/index.ts';
import { createRateLimiter, type RateLimiter } from '../../http/index.ts';
import type { Connector } from '../connector.ts';
import { dialogOf } from '../jobs/outgoing.ts';
import { rowsBefore } from '../log/logBook.ts';
import { Refused } from '../refused.ts';
import { ownedEngagement, ownedSession } from '../sessions/ownedSession.ts';
import type { Transaction } from '../../storage/index.ts';
import { readMessage } from './engagementRecord.ts';
import type { Asker } from './openEngagement.ts';

/** The customer types: passed on at most every 2 s, and forgotten where the contact centre does not answer. */
export async function tellTyping(connector: Connector, asker: Asker, engagementId: string): Promise<void> {
  const { engagement, session } = await connector.store.transact(async (rows) => {
    const owned = await ownedSession(rows, asker.sessionId, asker.customer);
    return { session: owned, engagement: await ownedEngagement(rows, owned, engagementId) };
  });
  const adapter = connector.adapterOf(engagement.integrationId);
  if (!adapter?.features.typing) throw new Refused('not-supported', 'This integration does not show typing.');
  // Before its first message the contact centre does not know the conversation.
  if (!engagement.upstream || !limiterOf(connector).take(engagementId).allowed) return;
  await adapter.typing(dialogOf(engagement, session));
}

/** The customer has seen everything up to `upToSeq`: told where the contact centre can know it, else nothing happens. */
export async function tellRead(
  connector: Connector,
  asker: Asker,
  engagementId: string,
  upToSeq: number,
): Promise<void> {
  const found = await connector.store.transact(async (rows) => {
    const session = await ownedSession(rows, asker.sessionId, asker.customer);
    const engagement = await ownedEngagement(rows, session, engagementId);
    return { session, engagement, message: await newestArrival(rows, engagementId, upToSeq) };
  });
  const { session, engagement, message } = found;
  const adapter = connector.adapterOf(engagement.integrationId);
  if (message === undefined || !adapter?.features.readReceipts) return;
  await adapter.markRead(dialogOf(engagement, session), message);
}

const limiters = new WeakMap<Connector, RateLimiter>();
const LOOK_BACK = 64;

function limiterOf(connector: Connector): RateLimiter {
  const known = limiters.get(connector) ?? createRateLimiter(connector.clock, { burst: 1, perSecond: 0.5 });
  limiters.set(connector, known);
  return known;
}

const decodeArrival = decode.object({
  type: decode.oneOf('MESSAGE_ARRIVED'),
  message: decode.object({ messageId: decode.string() }),
});

/** The contact centre's id of its newest message at or before this place. */
async function newestArrival(rows: Transaction, log: string, upToSeq: number): Promise<string | undefined> {
  for (const row of await rowsBefore(rows, log, upToSeq + 1, LOOK_BACK)) {
    const arrival = decodeArrival(row.value);
    if (!arrival.ok || !isUuid(arrival.value.message.messageId)) continue;
    return (await readMessage(rows, arrival.value.message.messageId))?.upstreamMessageId;
  }
  return undefined;
}
