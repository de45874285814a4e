import type {
  Callback,
  EngagementCreated,
  EngagementError,
  ParticipantChanged,
} from '../../../protocol/axp/index.ts';
import type { Connector } from '../connector.ts';
import {
  messageByUpstreamId,
  readMessage,
  writeEngagement,
  type EngagementRecord,
} from '../engagements/engagementRecord.ts';
import { activate, changeParticipant, terminate } from '../engagements/participantFacts.ts';
import { keys } from '../keys.ts';
import { append } from '../log/logBook.ts';
import type { Unit } from '../log/unit.ts';
import { isoDateOf } from './callbackKey.ts';
import { participantOf } from './participantOf.ts';
import { takeMessage } from './takeMessage.ts';

/** What one callback changes, within the transaction that remembers it as taken. */
export async function applyCallback(
  connector: Connector,
  unit: Unit,
  engagement: EngagementRecord,
  callback: Callback,
): Promise<void> {
  switch (callback.eventType) {
    case 'ENGAGEMENT_CREATED':
      return engagementCreated(connector, unit, engagement, callback);
    case 'PARTICIPANT_ADDED':
    case 'PARTICIPANT_DISCONNECTED':
      return participantChanged(connector, unit, engagement, callback);
    case 'MESSAGES': {
      const known = await withUpstream(unit, engagement, callback);
      const sender = await participantOf(unit, engagement, {
        id: callback.senderParticipantId,
        type: callback.senderParticipantType,
        name: callback.senderParticipantName,
      });
      return takeMessage(connector, unit, known, { callback, sender });
    }
    case 'TYPING': {
      const {
        senderParticipantId: id,
        senderParticipantType: type,
        senderParticipantDisplayName: name,
      } = callback;
      const participant = await participantOf(unit, engagement, { id, type, name });
      if (participant.participantType === 'CUSTOMER') return;
      unit.afterCommit(() => connector.typing.seen(engagement.engagementId, participant));
      return;
    }
    case 'ENGAGEMENT_ERROR':
      return engagementError(unit, engagement, callback);
    case 'X_SANDBOX_READ': {
      const own = callback.providerMessageId && (await readMessage(unit.rows, callback.providerMessageId));
      const message =
        own || (await messageByUpstreamId(unit.rows, engagement.engagementId, callback.messageId));
      if (!message || message.engagementId !== engagement.engagementId) return;
      return markRead(connector, unit, engagement, message.seq);
    }
  }
}

async function engagementCreated(
  connector: Connector,
  unit: Unit,
  engagement: EngagementRecord,
  callback: EngagementCreated,
): Promise<void> {
  const { engagementId, dialogId } = callback;
  await unit.rows.put(keys.dialog(dialogId), engagement.engagementId);
  const known = { ...engagement, upstream: { engagementId, dialogId } };
  await writeEngagement(unit.rows, known);
  await activate(unit, known);
  unit.afterCommit(() => connector.jobs.kick(engagement.engagementId));
}

async function participantChanged(
  connector: Connector,
  unit: Unit,
  engagement: EngagementRecord,
  callback: ParticipantChanged,
): Promise<void> {
  const present = callback.eventType === 'PARTICIPANT_ADDED';
  const { participantId: id, participantType: type, displayName: name } = callback;
  const participant = await participantOf(unit, engagement, { id, type, name });
  const date = isoDateOf(callback, unit.nowMs);
  const known = await withUpstream(unit, engagement, callback);
  const ready = present ? await activate(unit, known) : known;
  await changeParticipant(unit, ready, participant, { present, date });
  unit.afterCommit(() => connector.jobs.kick(engagement.engagementId));
}

async function engagementError(
  unit: Unit,
  engagement: EngagementRecord,
  callback: EngagementError,
): Promise<void> {
  const { engagementId } = engagement;
  const title = (callback.title ?? 'Something went wrong at the contact centre').slice(0, 4096);
  const detail = (callback.detail ?? '').slice(0, 4096);
  const errorType = callback.type.slice(0, 4096);
  await append(unit, engagementId, { type: 'ENGAGEMENT_ERROR', engagementId, title, detail, errorType });
  // Of an engagement that could not be made nothing further will come.
  if (callback.type === 'ENGAGEMENT_CREATION_FAILED') await terminate(unit, engagement);
}

async function markRead(
  connector: Connector,
  unit: Unit,
  engagement: EngagementRecord,
  seq: number,
): Promise<void> {
  if (seq <= (engagement.readUpToSeq ?? 0)) return;
  const { engagementId } = engagement;
  await writeEngagement(unit.rows, { ...engagement, readUpToSeq: seq });
  unit.afterCommit(() =>
    connector.bus.signal(engagementId, { type: 'MESSAGES_READ', engagementId, upToSeq: seq }),
  );
}

/** Learns the contact centre's ids where ENGAGEMENT_CREATED was lost or comes later. */
async function withUpstream(
  unit: Unit,
  engagement: EngagementRecord,
  callback: { readonly engagementId?: string; readonly dialogId?: string },
): Promise<EngagementRecord> {
  const { engagementId, dialogId } = callback;
  if (engagement.upstream || engagementId === undefined || dialogId === undefined) return engagement;
  const known = { ...engagement, upstream: { engagementId, dialogId } };
  await unit.rows.put(keys.dialog(dialogId), engagement.engagementId);
  await writeEngagement(unit.rows, known);
  return known;
}
