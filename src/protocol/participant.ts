import { object, oneOfOr, optional, string, type Decoder } from '../lib/decode.ts';
import { participantId, type ParticipantId } from './decodeIds.ts';
import { MAX_ACTION_PAYLOAD_LENGTH } from './limits.ts';

/** Who may take part (Chat SDK `ParticipantType`). */
export const PARTICIPANT_TYPES = ['AGENT', 'BOT', 'CUSTOMER', 'SUPERVISOR', 'SYSTEM'] as const;
export type ParticipantType = (typeof PARTICIPANT_TYPES)[number];

/** Somebody in an engagement, as the others may know them. */
export interface Participant {
  readonly participantId: ParticipantId;
  readonly participantType: ParticipantType;
  readonly displayName?: string;
}

export const decodeParticipant: Decoder<Participant> = object({
  participantId,
  /** A kind of a later version takes part as the system: it is named, and nobody takes it for a person. */
  participantType: oneOfOr(PARTICIPANT_TYPES, 'SYSTEM'),
  displayName: optional(string({ max: MAX_ACTION_PAYLOAD_LENGTH })),
});
