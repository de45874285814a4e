import type { Participant } from '../../../protocol/index.ts';
import { keys } from '../keys.ts';
import { append } from '../log/logBook.ts';
import type { Unit } from '../log/unit.ts';
import { writeEngagement, type EngagementRecord } from './engagementRecord.ts';

/** The conversation can be used. Told once. */
export async function activate(unit: Unit, engagement: EngagementRecord): Promise<EngagementRecord> {
  if (engagement.status !== 'PENDING') return engagement;
  const active = touched(unit, { ...engagement, status: 'ACTIVE' });
  await writeEngagement(unit.rows, active);
  const { engagementId, dialogId } = engagement;
  await append(unit, engagementId, { type: 'ENGAGEMENT_ACTIVE', engagementId, dialogId });
  return active;
}

/**
 * Somebody came or went. `date` is the contact centre's: news older than the newest of the same participant is dropped,
 * news that changes nothing is only remembered. When the customer leaves a chat, the chat has ended for him.
 */
export async function changeParticipant(
  unit: Unit,
  engagement: EngagementRecord,
  participant: Participant,
  change: { readonly present: boolean; readonly date: string },
): Promise<EngagementRecord> {
  const { participantId } = participant;
  const before = engagement.participants.find((one) => one.participantId === participantId);
  const newest = engagement.changes[participantId] ?? '';
  if (change.date < newest) return engagement;
  const changes = { ...engagement.changes, [participantId]: change.date };
  if ((before !== undefined) === change.present) {
    // It changes nothing, but what is older and comes later must not either.
    if (change.date === newest) return engagement;
    const known = { ...engagement, changes };
    await writeEngagement(unit.rows, known);
    return known;
  }
  const others = engagement.participants.filter((one) => one.participantId !== participantId);
  const changed = touched(unit, {
    ...engagement,
    participants: change.present ? [...others, participant] : others,
    changes,
  });
  await writeEngagement(unit.rows, changed);
  const { engagementId } = engagement;
  const type = change.present ? 'PARTICIPANT_ADDED' : 'PARTICIPANT_DISCONNECTED';
  await append(unit, engagementId, { type, engagementId, participant });
  const over = !change.present && participant.participantType === 'CUSTOMER' && engagement.kind === 'chat';
  return over ? terminate(unit, changed) : changed;
}

/** A chat is over for the customer. Told once; a messaging conversation never ends. */
export async function terminate(unit: Unit, engagement: EngagementRecord): Promise<EngagementRecord> {
  if (engagement.status === 'TERMINATED' || engagement.kind === 'messaging') return engagement;
  const ended = touched(unit, { ...engagement, status: 'TERMINATED' });
  await writeEngagement(unit.rows, ended);
  await unit.rows.put(keys.ended('engagement', ended.engagementId, unit.nowMs), true);
  const { engagementId, dialogId } = engagement;
  await append(unit, engagementId, { type: 'ENGAGEMENT_TERMINATED', engagementId, dialogId });
  return ended;
}

function touched(unit: Unit, engagement: EngagementRecord): EngagementRecord {
  return { ...engagement, lastUpdatedAt: new Date(unit.nowMs).toISOString() };
}
