import type { ChatEvent } from 'colloquy/client';
import { asId } from 'colloquy/protocol';
import type {
  ClientMessageId,
  Cursor,
  DialogId,
  EngagementId,
  Epoch,
  LogEntry,
  LogId,
  MessageId,
  ParticipantId,
  SessionId,
} from 'colloquy/protocol';

/** The one conversation. */
export const ENGAGEMENT = asId<EngagementId>('echo');
const DIALOG = asId<DialogId>('echo');
/** A log has an epoch: a new one would say that what is shown must be read anew. */
const EPOCH = asId<Epoch>('1');
const CUSTOMER = { participantId: asId<ParticipantId>('customer'), participantType: 'CUSTOMER' } as const;
const BOT = {
  participantId: asId<ParticipantId>('bot'),
  participantType: 'BOT',
  displayName: 'Echo',
} as const;

/** An id of the page's own for a message: the same one when it is tried again. */
export function newId(): ClientMessageId {
  return asId<ClientMessageId>(crypto.randomUUID());
}

/** The session is open, with its one conversation as it stands at `headSeq`. */
export function echoSession(headSeq: number): ChatEvent {
  const now = new Date().toISOString();
  return {
    type: 'INITIALIZED',
    facts: {
      sessionId: asId<SessionId>('echo'),
      participantId: CUSTOMER.participantId,
      integrationId: 'echo',
      kind: 'messaging',
      sessionParameters: {},
      limits: { textLength: 1000, fileBytes: 0, fileTypes: [] },
      features: {
        richMedia: false,
        files: false,
        typing: false,
        readReceipts: false,
        createEngagement: false,
      },
    },
    engagements: [
      {
        engagementId: ENGAGEMENT,
        dialogId: DIALOG,
        status: 'ACTIVE',
        kind: 'messaging',
        createdAt: now,
        lastUpdatedAt: now,
        participants: [CUSTOMER, BOT],
        head: { epoch: EPOCH, seq: headSeq },
        joined: true,
      },
    ],
  };
}

/** An entry of the log: numbers without a hole, each once. One's own carries the id under which it waited. */
export function entryOf(
  seq: number,
  type: 'MESSAGE_ARRIVED' | 'MESSAGE_ACCEPTED',
  said: { readonly text: string; readonly clientMessageId?: ClientMessageId },
): LogEntry {
  const at = new Date().toISOString();
  const { clientMessageId } = said;
  return {
    id: asId<Cursor>(String(seq)),
    log: asId<LogId>('echo'),
    epoch: EPOCH,
    seq,
    at,
    engagementId: ENGAGEMENT,
    type,
    message: {
      messageId: asId<MessageId>(`m${seq}`),
      dialogId: DIALOG,
      sender: type === 'MESSAGE_ARRIVED' ? BOT : CUSTOMER,
      body: { type: 'text', text: said.text, format: 'plain' },
      receivedAt: at,
      ...(clientMessageId && { clientMessageId, delivery: 'delivered' as const }),
    },
  };
}
