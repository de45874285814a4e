import type { Delivery, TimelineItem } from '../../model/index.ts';
import { asId } from '../../protocol/index.ts';
import type { Action, EngagementId, MessageBody, Participant } from '../../protocol/index.ts';
import type { DeskAction, DeskContent, DeskEngagement, DeskMessage } from '../../protocol/desk/index.ts';
import type { Conversation, PendingMessage } from './deskState.ts';

/** What a list needs of a conversation: a past one has nothing pending. */
export type Transcript = Pick<Conversation, 'engagement' | 'messages'> &
  Partial<Pick<Conversation, 'pending'>>;

/**
 * A conversation as rows of the message list, as the agent named `myName` sees it: another agent's words are not "own".
 * A message gives the same row object every time until it changes.
 */
export function toTimeline(
  { engagement, messages, pending = [] }: Transcript,
  myName: string,
): readonly TimelineItem[] {
  const rows = messages.flatMap((message) => rowsOf(engagement, message, isMine(message, myName)));
  const waiting = pending.map((each) => pendingRow(engagement.id, each));
  const end: TimelineItem[] =
    engagement.endedAt === undefined
      ? []
      : [
          {
            kind: 'system',
            key: 'ended',
            seq: (messages.at(-1)?.index ?? 0) + 1,
            atMs: Date.parse(engagement.endedAt),
            event: { type: 'ended' },
          },
        ];
  return [...rows, ...end, ...waiting];
}

const cache = new WeakMap<
  DeskMessage,
  { readonly isRead: boolean; readonly own: boolean; readonly rows: readonly TimelineItem[] }
>();

function rowsOf(head: DeskEngagement, message: DeskMessage, own: boolean): readonly TimelineItem[] {
  const isRead = message.index <= head.customerReadIndex;
  const known = cache.get(message);
  if (known?.isRead === isRead && known.own === own) return known.rows;
  const key = message.clientMessageId ?? message.messageId;
  const rows = bodiesOf(message.content).map((body, part): TimelineItem => ({
    kind: 'message',
    key: part === 0 ? key : `${key}:${part}`,
    message: {
      key: part === 0 ? key : `${key}:${part}`,
      engagementId: asId<EngagementId>(head.id),
      messageId: asId(message.messageId),
      ...(message.clientMessageId !== undefined && { clientMessageId: asId(message.clientMessageId) }),
      own,
      sender: senderOf(head, message),
      body,
      ...(message.parentMessageId !== undefined && { parentMessageId: asId(message.parentMessageId) }),
      atMs: Date.parse(message.at),
      seq: message.index,
      delivery: deliveryOf(message, own, isRead),
      late: false,
    },
  }));
  cache.set(message, { isRead, own, rows });
  return rows;
}

function pendingRow(
  id: string,
  { clientMessageId: key, content, atMs, status }: PendingMessage,
): TimelineItem {
  const body: MessageBody =
    content.kind === 'text'
      ? (bodiesOf(content)[0] ?? { type: 'text', text: content.text, format: 'plain' })
      : { type: 'files', text: content.caption ?? '', attachments: [] };
  return {
    kind: 'message',
    key,
    message: {
      key,
      engagementId: asId<EngagementId>(id),
      clientMessageId: asId(key),
      own: true,
      body,
      ...(content.kind === 'files' && { localFiles: content.files }),
      atMs,
      delivery:
        status === 'failed'
          ? { status: 'failed', code: 'unreachable', detail: '', retryable: true }
          : { status: 'sending' },
      late: false,
    },
  };
}

/** One message of the contact centre may carry buttons and cards at once: two rows here. */
function bodiesOf(content: DeskContent): readonly MessageBody[] {
  switch (content.kind) {
    case 'text': {
      const { text, actions, cards } = content;
      const buttons = actions.map(actionOf);
      const said: MessageBody = {
        type: 'text',
        text,
        format: 'plain',
        ...(buttons.length > 0 && { actions: buttons }),
      };
      if (cards.length === 0) return [said];
      const items = cards.map((card) => ({
        title: card.title,
        ...(card.description !== undefined && { description: card.description }),
        ...(card.mediaUrl !== undefined && { mediaUrl: card.mediaUrl }),
        actions: card.actions.map(actionOf),
      }));
      if (buttons.length === 0) return [{ type: 'carousel', text, items }];
      return [said, { type: 'carousel', text: '', items }];
    }
    case 'choice':
      return [{ type: 'choice', action: content.choice, text: content.text, payload: content.payload }];
    case 'location':
      return [
        {
          type: 'location',
          text: content.text ?? '',
          latitude: content.lat,
          longitude: content.long,
          ...(content.name !== undefined && { name: content.name }),
          ...(content.address !== undefined && { address: content.address }),
        },
      ];
    case 'files':
      return [
        {
          type: 'files',
          text: content.caption ?? '',
          attachments: content.attachments.map((each) => ({
            ...each,
            attachmentId: asId(each.attachmentId),
          })),
        },
      ];
  }
}

function actionOf(action: DeskAction): Action {
  if (action.type === 'link') return { type: 'link', text: action.text, uri: action.uri };
  if (action.type === 'locationRequest') return { type: 'locationRequest', text: action.text };
  return { type: action.type, text: action.text, payload: action.payload };
}

/** The contact centre itself speaks in the name of the entry through which the customer came. */
function senderOf(head: DeskEngagement, message: DeskMessage): Participant {
  return {
    participantId: asId(message.senderParticipantId),
    participantType: message.senderType,
    displayName: message.senderName || (message.senderType === 'SYSTEM' ? head.integrationName : ''),
  };
}

function deliveryOf(message: DeskMessage, own: boolean, isRead: boolean): Delivery {
  if (!own) return { status: 'received' };
  if (message.status === 'FAILED')
    return { status: 'failed', code: 'upstream-refused', detail: '', retryable: false };
  if (isRead || message.status === 'READ') return { status: 'read' };
  return { status: message.status === 'SENT' ? 'sent' : 'delivered' };
}

function isMine(message: DeskMessage, myName: string): boolean {
  return message.senderType === 'AGENT' && message.senderName === myName;
}
