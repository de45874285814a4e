import type { EndReason } from '../../../protocol/index.ts';
import type { Connector } from '../connector.ts';
import { putJob } from '../jobs/jobRecord.ts';
import { keys } from '../keys.ts';
import { append } from '../log/logBook.ts';
import type { Unit } from '../log/unit.ts';
import { writeSession, type SessionRecord } from './sessionRecord.ts';

/** Ends a session here at once and upstream by a job. Open engagements stay: the customer may be back or elsewhere. */
export async function endSession(
  connector: Connector,
  unit: Unit,
  session: SessionRecord,
  reason: EndReason,
): Promise<void> {
  if (session.endedReason !== undefined) return;
  const { streamlessSinceMs: _since, ...rest } = session;
  await writeSession(unit.rows, { ...rest, endedReason: reason });
  await unit.rows.put(keys.ended('session', session.sessionId, unit.nowMs), true);
  await append(unit, session.sessionId, { type: 'SESSION_ENDED', reason });
  if (session.upstreamSessionId !== undefined) {
    await putJob(unit, `session-${session.sessionId}`, {
      type: 'close-session',
      integrationId: session.integrationId,
      upstreamSessionId: session.upstreamSessionId,
      reason,
    });
    unit.afterCommit(() => connector.jobs.kick(`session-${session.sessionId}`));
  }
  unit.afterCommit(() => connector.streams.sessionEnded(session.sessionId, session.customerKey));
}
