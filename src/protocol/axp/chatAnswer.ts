import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { words } from './words.ts';

const nullableParameters = decode.withDefault(decode.map(decode.string()), {});
const nullableIdentifiers = decode.withDefault(decode.map(decode.list(decode.string())), {});

/** Reads a session. */
export const decodeSession = decode.object({
  sessionId: decode.string({ min: 1 }),
  accountId: words.anId,
  channelProviderId: words.anId,
  displayName: words.text,
  customerIdentifiers: nullableIdentifiers,
  sessionParameters: nullableParameters,
  /** ACTIVE, TERMINATING, TERMINATED. */
  sessionStatus: decode.string(),
  providerCustomerId: words.text,
  createdAt: words.text,
  lastUpdatedAt: words.text,
  url: words.text,
  /** In the answer of creation only. */
  participantId: words.anId,
  correlationId: words.text,
});
/** A session of Custom Chat. */
export type Session = DecodedBy<typeof decodeSession>;

const connection = decode.object({
  connectionId: words.anId,
  participantId: decode.string(),
  participantType: decode.string(),
  displayName: words.text,
  sessionIds: decode.withDefault(decode.list(decode.string()), []),
  /** CONNECTED, DISCONNECTED. */
  connectionState: decode.string(),
});
/** The link between a dialog and a participant. */
export type Connection = DecodedBy<typeof connection>;

const dialog = decode.object({
  dialogId: decode.string({ min: 1 }),
  channelId: words.text,
  /** PENDING, ACTIVE, TERMINATING, TERMINATED. */
  dialogStatus: decode.string(),
  providerDialogId: words.anId,
  initiatorParticipantId: words.anId,
  connections: decode.withDefault(decode.list(connection), []),
  engagementParameters: nullableParameters,
  createdAt: words.text,
  lastUpdatedAt: words.text,
});
/** The media-specific part of an engagement. */
export type Dialog = DecodedBy<typeof dialog>;

/** Reads an engagement. */
export const decodeEngagement = decode.object({
  engagementId: decode.string({ min: 1 }),
  accountId: words.anId,
  conversation: words.text,
  dialogs: decode.withDefault(decode.list(dialog), []),
  url: words.text,
  correlationId: words.text,
});
/** The contact centre's work item with its dialogs, oldest first. */
export type Engagement = DecodedBy<typeof decodeEngagement>;

/** Reads the answer of "list engagements". */
export const decodeEngagements = decode.list(decodeEngagement);
