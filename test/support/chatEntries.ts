import type { ChatEvent } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type {
  ClientMessageId,
  Cursor,
  DialogId,
  EngagementId,
  Epoch,
  LogEntry,
  LogId,
  MessageBody,
  MessageId,
  Participant,
  ParticipantId,
  WireMessage,
} from '../../src/protocol/index.ts';
import { NOON_MS } from './fakeChatClient.ts';

/** The customer, the greeter and the person behind the counter. */
export const ANNA: Participant = person('anna', 'AGENT', 'Anna Berg');
export const GREETER: Participant = person('greeter', 'BOT', 'Greeter');
export const CUSTOMER: Participant = person('customer', 'CUSTOMER');

export function person(
  id: string,
  participantType: Participant['participantType'],
  displayName?: string,
): Participant {
  return {
    participantId: asId<ParticipantId>(id),
    participantType,
    ...(displayName !== undefined && { displayName }),
  };
}

/** A message of somebody else, as it arrives now. */
export function arrived(seq: number, body: string | MessageBody, options: EntryOptions = {}): ChatEvent {
  return live(seq, options, (header) => ({
    ...header,
    type: 'MESSAGE_ARRIVED',
    message: message(seq, body, options.sender ?? ANNA, options),
  }));
}

/** One's own message, accepted. `options.clientMessageId` makes it the echo of a pending one. */
export function accepted(seq: number, body: string | MessageBody, options: EntryOptions = {}): ChatEvent {
  return live(seq, options, (header) => ({
    ...header,
    type: 'MESSAGE_ACCEPTED',
    message: {
      ...message(seq, body, CUSTOMER, options),
      delivery: 'delivered',
      ...(options.clientMessageId !== undefined && {
        clientMessageId: asId<ClientMessageId>(options.clientMessageId),
      }),
    },
  }));
}

/** Somebody comes or goes. */
export function came(seq: number, participant: Participant, options: EntryOptions = {}): ChatEvent {
  return live(seq, options, (header) => ({ ...header, type: 'PARTICIPANT_ADDED', participant }));
}
export function went(seq: number, participant: Participant, options: EntryOptions = {}): ChatEvent {
  return live(seq, options, (header) => ({ ...header, type: 'PARTICIPANT_DISCONNECTED', participant }));
}

/** The engagement is over. */
export function terminated(seq: number, options: EntryOptions = {}): ChatEvent {
  return live(seq, options, (header) => ({
    ...header,
    type: 'ENGAGEMENT_TERMINATED',
    dialogId: asId<DialogId>('dialog'),
  }));
}

export interface EntryOptions {
  /** Default `engagement-0`. */
  readonly engagement?: string;
  readonly sender?: Participant;
  /** Minutes after noon; default the sequence number. */
  readonly minute?: number;
  readonly clientMessageId?: string;
  readonly parent?: string;
}

type Header = Pick<LogEntry, 'id' | 'log' | 'epoch' | 'seq' | 'at'> & { readonly engagementId: EngagementId };

function live(seq: number, options: EntryOptions, entryOf: (header: Header) => LogEntry): ChatEvent {
  const engagement = options.engagement ?? 'engagement-0';
  const entry = entryOf({
    id: asId<Cursor>(`cursor-${seq}`),
    log: asId<LogId>(engagement),
    epoch: asId<Epoch>('epoch'),
    seq,
    at: timeOf(seq, options),
    engagementId: asId<EngagementId>(engagement),
  });
  return { type: 'ENTRY', entry, live: true };
}

function message(
  seq: number,
  body: string | MessageBody,
  sender: Participant,
  options: EntryOptions,
): WireMessage {
  return {
    messageId: asId<MessageId>(`message-${seq}`),
    dialogId: asId<DialogId>('dialog'),
    sender,
    body: typeof body === 'string' ? { type: 'text', text: body, format: 'plain' } : body,
    receivedAt: timeOf(seq, options),
    ...(options.parent !== undefined && { parentMessageId: asId<MessageId>(options.parent) }),
  };
}

function timeOf(seq: number, options: EntryOptions): string {
  return new Date(NOON_MS + (options.minute ?? seq) * 60_000).toISOString();
}
