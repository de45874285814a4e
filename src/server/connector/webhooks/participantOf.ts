import {
  asId,
  PARTICIPANT_TYPES,
  type Participant,
  type ParticipantId,
  type ParticipantType,
} from '../../../protocol/index.ts';
import type { EngagementRecord } from '../engagements/engagementRecord.ts';
import { keys } from '../keys.ts';
import type { Unit } from '../log/unit.ts';
import { decodeCustomerRecord } from '../sessions/sessionRecord.ts';
import { readRow } from '../storedRow.ts';

/** A participant as the page knows him. The customer has one id over all dialogs and devices: ours. */
export async function participantOf(
  unit: Unit,
  engagement: EngagementRecord,
  upstream: UpstreamPerson,
): Promise<Participant> {
  const participantType: ParticipantType =
    PARTICIPANT_TYPES.find((type) => type === upstream.type?.toUpperCase()) ?? 'SYSTEM';
  const named = upstream.name ? { displayName: upstream.name.slice(0, 512) } : {};
  if (participantType === 'CUSTOMER') {
    const customer = await readRow(unit.rows, keys.customer(engagement.customerKey), decodeCustomerRecord);
    if (customer) return { participantId: customer.participantId, participantType, ...named };
  }
  const id = (upstream.id ?? '').replace(/[\s/\u0000-\u001f]/g, '_').slice(0, 256);
  const participantId = asId<ParticipantId>(id === '' ? participantType.toLowerCase() : id);
  return { participantId, participantType, ...named };
}

/** Somebody as the contact centre names him; any of it may be missing. */
export interface UpstreamPerson {
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly name: string | undefined;
}
