import {
  encodeCursor,
  FILE_TYPES,
  MAX_FILE_BYTES,
  MAX_TEXT_LENGTH,
  type SessionView,
  type WireEngagement,
} from '../../../protocol/index.ts';
import type { Customer } from '../auth/customer.ts';
import { engagementsOf } from '../engagements/engagementRecord.ts';
import { engagementView } from '../engagements/engagementView.ts';
import { headsOf } from '../log/readLog.ts';
import type { Unit } from '../log/unit.ts';
import type { UpstreamAdapter } from '../upstream/upstreamAdapter.ts';
import type { SessionRecord } from './sessionRecord.ts';

/** A session as its page sees it: heads and engagements of one and the same moment. */
export async function sessionView(
  unit: Unit,
  session: SessionRecord,
  adapter: UpstreamAdapter,
  customer: Customer,
): Promise<SessionView> {
  const engagements: WireEngagement[] = [];
  for (const engagement of await engagementsOf(unit.rows, session.customerKey)) {
    engagements.push(await engagementView(unit.rows, engagement, session));
  }
  const { sessionId, participantId, integrationId, displayName, parameters } = session;
  return {
    sessionId,
    participantId,
    integrationId,
    kind: adapter.kind,
    ...(displayName === undefined ? {} : { displayName }),
    sessionParameters: parameters,
    engagements,
    cursor: encodeCursor(await headsOf(unit.rows, session)),
    limits: {
      textLength: MAX_TEXT_LENGTH,
      fileBytes: adapter.features.files ? MAX_FILE_BYTES : 0,
      fileTypes: adapter.features.files ? Object.keys(FILE_TYPES) : [],
    },
    features: adapter.features,
    serverTime: new Date(unit.nowMs).toISOString(),
    tokenExpiresInMs: Math.max(0, customer.tokenExpiresAtMs - unit.nowMs),
  };
}
