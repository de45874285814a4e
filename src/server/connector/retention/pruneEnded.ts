import { isRecord } from '../../../lib/decode.ts';
import type { Json, Transaction } from '../../storage/index.ts';
import type { Connector } from '../connector.ts';
import { readEngagement } from '../engagements/engagementRecord.ts';
import { keys } from '../keys.ts';
import { openSessionsOf, readSession, writeSession } from '../sessions/sessionRecord.ts';

/**
 * Forgets sessions and chats whose end is longer ago than `retentionMs` (30 days), with their logs: at most 50 a call,
 * each in small transactions. Killed in between, the next call goes on.
 */
export async function pruneEnded(connector: Connector): Promise<void> {
  const before = keys.endedBefore(connector.clock.now() - connector.settings.retentionMs);
  const due = await connector.store.transact((rows) =>
    rows.list({ prefix: keys.endeds, before, limit: AT_ONCE }),
  );
  for (const [key] of due) {
    const [, , what, id = ''] = key.split('/');
    await (what === 'session' ? pruneSession(connector, id) : pruneEngagement(connector, id));
    await connector.store.transact((rows) => rows.delete(key));
  }
}

const AT_ONCE = 50;
const BATCH = 200;

async function pruneSession(connector: Connector, id: string): Promise<void> {
  await connector.store.transact(async (rows) => {
    const session = await readSession(rows, id);
    await rows.delete(keys.session(id));
    await rows.delete(keys.log(id));
    await rows.delete(keys.laneCounter(`session-${id}`));
    if (session) await forgetCustomer(rows, session.customerKey);
  });
  await clear(connector, keys.entries(id));
}

async function pruneEngagement(connector: Connector, id: string): Promise<void> {
  await connector.store.transact(async (rows) => {
    const engagement = await readEngagement(rows, id);
    if (engagement) {
      const { customerKey, upstream } = engagement;
      for (const session of await openSessionsOf(rows, customerKey)) {
        const { [id]: _gone, ...joined } = session.joined;
        await writeSession(rows, { ...session, joined });
      }
      if (upstream) await rows.delete(keys.dialog(upstream.dialogId));
      await rows.delete(keys.customerEngagements(customerKey) + id);
      await forgetCustomer(rows, customerKey);
    }
    await rows.delete(keys.engagement(id));
    await rows.delete(keys.log(id));
    await rows.delete(keys.laneCounter(id));
  });
  await clear(connector, keys.entries(id), async (rows, entry) => {
    const message = isRecord(entry) ? entry['message'] : undefined;
    const messageId = isRecord(message) ? message['messageId'] : undefined;
    if (typeof messageId === 'string') await rows.delete(keys.message(messageId));
  });
  for (const prefix of [keys.sends(id), keys.senders(id), keys.upstreamMessages(id)]) {
    await clear(connector, prefix);
  }
}

/** Of a customer without sessions and conversations nothing is kept; coming back, he is new. */
async function forgetCustomer(rows: Transaction, customerKey: string): Promise<void> {
  for (const prefix of [keys.customerSessions(customerKey), keys.customerEngagements(customerKey)]) {
    if ((await rows.list({ prefix, limit: 1 })).length > 0) return;
  }
  await rows.delete(keys.customer(customerKey));
}

/** Deletes the rows of a prefix, and with each what `also` deletes. */
async function clear(
  connector: Connector,
  prefix: string,
  also: (rows: Transaction, value: Json) => Promise<void> = async () => undefined,
): Promise<void> {
  let left = BATCH;
  while (left === BATCH) {
    left = await connector.store.transact(async (rows) => {
      const found = await rows.list({ prefix, limit: BATCH });
      for (const [key, value] of found) {
        await also(rows, value);
        await rows.delete(key);
      }
      return found.length;
    });
  }
}
