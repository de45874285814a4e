import { decode, type DecodedBy } from '../../../lib/index.ts';
import { END_REASONS, participantId, sessionId } from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { keys } from '../keys.ts';
import { readRow, toRow } from '../storedRow.ts';

/** Reads a stored session. */
export const decodeSessionRecord = decode.object({
  sessionId,
  integrationId: decode.string(),
  /** Integration, verified or guest, and customer id: what the token says. */
  customerKey: decode.string(),
  customerId: decode.string(),
  verified: decode.boolean,
  identifiers: decode.map(decode.list(decode.string())),
  displayName: decode.optional(decode.string()),
  participantId,
  parameters: decode.map(decode.string()),
  createdAtMs: decode.number(),
  endedReason: decode.optional(decode.oneOf(...END_REASONS)),
  /** The contact centre's own session (Custom Chat). */
  upstreamSessionId: decode.optional(decode.string()),
  /** The engagements whose events this session hears, with the place in their log from which on. */
  joined: decode.map(decode.number(), { maxEntries: 10_000 }),
  /** Since when no stream was open; absent while one is. */
  streamlessSinceMs: decode.optional(decode.number()),
});

/** One customer on one browser profile (architecture, Settled 3). */
export type SessionRecord = DecodedBy<typeof decodeSessionRecord>;

/** Reads what is kept for a customer beside sessions and engagements. */
export const decodeCustomerRecord = decode.object({
  participantId,
  /** The never-ending conversation of a messaging integration. */
  defaultEngagementId: decode.optional(decode.string()),
});
/** What all sessions of one customer share: his participant id, and on messaging his conversation. */
export type CustomerRecord = DecodedBy<typeof decodeCustomerRecord>;

/** The session of this id, open or ended; undefined where there is none. Rejects with a `corrupt` StoreError. */
export function readSession(rows: Transaction, id: string): Promise<SessionRecord | undefined> {
  return readRow(rows, keys.session(id), decodeSessionRecord);
}

/** Writes a session, and keeps the list of open ones in step. */
export async function writeSession(rows: Transaction, session: SessionRecord): Promise<void> {
  const { customerKey, sessionId: id } = session;
  await rows.put(keys.session(id), toRow(session));
  if (session.endedReason === undefined) {
    await rows.put(keys.openSession(id), true);
    await rows.put(keys.customerSessions(customerKey) + id, true);
  } else {
    await rows.delete(keys.openSession(id));
    await rows.delete(keys.customerSessions(customerKey) + id);
  }
}

/** The customer's open sessions. */
export async function openSessionsOf(
  rows: Transaction,
  customerKey: string,
): Promise<readonly SessionRecord[]> {
  const prefix = keys.customerSessions(customerKey);
  const found: SessionRecord[] = [];
  for (const [key] of await rows.list({ prefix })) {
    const session = await readSession(rows, key.slice(prefix.length));
    if (session) found.push(session);
  }
  return found;
}
