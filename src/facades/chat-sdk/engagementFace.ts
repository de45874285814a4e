import type { HistoryAsk, TextClient } from '../../client/index.ts';
import type { EngagementState } from '../../model/index.ts';
import {
  asId,
  DISCONNECT_REASONS,
  MAX_HISTORY_PAGE_SIZE,
  MAX_TEXT_LENGTH,
  type DisconnectReason,
  type EngagementId,
  type EngagementStatus,
  type HistoryPage,
  type MessageId,
} from '../../protocol/index.ts';
import { isUuid } from '../../lib/index.ts';
import { acsErrorOf } from './acsErrorOf.ts';
import { ACSException, type WarningCode } from './acsException.ts';
import type { ChatEngagement, Participant } from './engagement.ts';
import { participantOf, type MessageOf } from './messageOf.ts';
import type { OwnMessages } from './ownMessages.ts';
import { createPageIterator } from './pageIterator.ts';

const PAGE_SIZE = 10;

/** The one object of an engagement in a session. Members are its own and need no `this`, so that copies work. */
export function createEngagementFace(
  host: EngagementHost,
  id: EngagementId,
  createdAtMs: number,
): ChatEngagement {
  const now = (): EngagementState => engagementIn(host, id);
  const participants = (): Participant[] => now().participants.map(participantOf);
  const { client, own } = host;
  const face: ChatEngagement = {
    engagementId: id,
    createdAt: new Date(createdAtMs),
    get dialogId() {
      return now().dialogId;
    },
    get lastUpdatedAt() {
      return new Date(now().lastUpdatedAtMs);
    },
    get engagementStatus() {
      return statusOf(now());
    },
    get participants() {
      return participants();
    },
    async join() {
      const { status, joined } = now();
      if (isOver(status)) throw new ACSException('ACS-312');
      if (joined && status === 'ACTIVE') throw new ACSException('ACS-315');
      await client.joinEngagement(id).catch(as('join'));
      return face;
    },
    async disconnect(reason = 'USER_CLOSED') {
      const { status, joined } = now();
      if (!isReason(reason)) throw new ACSException('ACS-322', 'there is no such reason');
      if (isOver(status)) throw new ACSException('ACS-314');
      if (!joined) throw new ACSException('ACS-313');
      await client.disconnectEngagement(id, reason).catch(as('update'));
    },
    async sendMessage(message, parentMessageId) {
      const { status, joined } = now();
      const parent = checkMessage(message, parentMessageId);
      if (isOver(status)) throw new ACSException('ACS-314');
      if (!joined) throw new ACSException('ACS-313');
      return own.send(id, message, parent);
    },
    async getMessages(pageSize = PAGE_SIZE) {
      now();
      const size = sizeOf(pageSize);
      if (size === undefined) host.warn('ACS-211');
      return createPageIterator((ask) => readPage(host, id, ask), host.messageOf, id, size ?? PAGE_SIZE);
    },
    getParticipantById(participantId) {
      if (typeof participantId !== 'string') throw new ACSException('ACS-322', 'a text is wanted');
      return participants().find((one) => one.participantId === participantId);
    },
    getParticipants: participants,
  };
  return face;
}

/** The session behind the engagements. */
export interface EngagementHost {
  readonly client: TextClient;
  readonly own: OwnMessages;
  readonly messageOf: MessageOf;
  readonly warn: (code: WarningCode) => void;
  /** Throws ACS-310 or ACS-320 where the session is no more. */
  readonly check: () => void;
}

/** One that this session does not hear is not active here: `join` makes it so. */
export function statusOf({ status, joined }: EngagementState): EngagementStatus {
  return status === 'ACTIVE' && !joined ? 'PENDING' : status;
}

/** Whether nothing can be said in it any more. */
export function isOver(status: EngagementStatus): boolean {
  return status === 'TERMINATED' || status === 'TERMINATING';
}

function engagementIn(host: EngagementHost, id: EngagementId): EngagementState {
  host.check();
  const engagement = host.client.getState().engagements[id];
  if (!engagement) throw new ACSException('ACS-314');
  return engagement;
}

function sizeOf(given: unknown): number | undefined {
  const isSize = typeof given === 'number' && Number.isInteger(given) && given >= 1;
  return isSize && given <= MAX_HISTORY_PAGE_SIZE ? given : undefined;
}

async function readPage(host: EngagementHost, id: EngagementId, ask: HistoryAsk): Promise<HistoryPage> {
  host.check();
  return host.client.readHistory(id, ask);
}

function checkMessage(message: unknown, parent: unknown): MessageId | undefined {
  if (typeof message !== 'string' || message.length < 1 || message.length > MAX_TEXT_LENGTH)
    throw new ACSException('ACS-322', `a message has 1 to ${MAX_TEXT_LENGTH} characters`);
  if (parent === undefined || parent === null) return undefined;
  if (typeof parent !== 'string' || !isUuid(parent))
    throw new ACSException('ACS-322', 'parentMessageId must be a UUID');
  return asId<MessageId>(parent);
}

function isReason(reason: unknown): reason is DisconnectReason {
  return DISCONNECT_REASONS.some((known) => known === reason);
}

function as(moment: Parameters<typeof acsErrorOf>[1]): (fault: unknown) => never {
  return (fault) => {
    throw acsErrorOf(fault, moment);
  };
}
