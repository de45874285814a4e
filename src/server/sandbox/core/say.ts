import { SYSTEM_PARTICIPANT_ID } from '../../../protocol/axp/index.ts';
import type { MessageBody, ParticipantType } from '../../../protocol/axp/index.ts';
import type { AttachmentRecord, ConnectionRecord, DialogRecord, MessageRecord } from './records.ts';
import type { Work } from './work.ts';

/** What a message brings besides its sender and place. */
export type Saying = Pick<MessageRecord, 'body'> &
  Partial<
    Pick<
      MessageRecord,
      | 'attachments'
      | 'customData'
      | 'fallbackText'
      | 'headers'
      | 'parentMessageId'
      | 'providerMessageId'
      | 'providerParentMessageId'
      | 'providerSenderId'
      | 'clientMessageId'
      | 'sessionId'
    >
  >;

/** Appends a message of one of the dialog's participants. */
export async function say(
  work: Work,
  dialog: DialogRecord,
  sender: Pick<ConnectionRecord, 'participantId' | 'name' | 'type'>,
  saying: Saying,
): Promise<MessageRecord> {
  const attachments: readonly AttachmentRecord[] = saying.attachments ?? [];
  const message: MessageRecord = {
    ...saying,
    attachments,
    customData: saying.customData ?? {},
    messageId: work.newId(),
    dialogId: dialog.dialogId,
    index: dialog.messageCount + 1,
    senderParticipantId: sender.participantId,
    senderName: sender.name,
    senderType: sender.type,
    correlationId: work.correlate(),
    atMs: work.nowMs,
  };
  await work.apply(dialog.dialogId, { type: 'message-added', message });
  return message;
}

/** Appends a line of the contact centre itself. */
export async function saySystem(work: Work, dialogId: string, text: string): Promise<void> {
  const system = { participantId: SYSTEM_PARTICIPANT_ID, name: '', type: 'SYSTEM' } as const;
  await say(work, await work.dialog(dialogId), system, { body: textBody(text) });
}

/** A body of plain text. */
export function textBody(text: string): MessageBody {
  return { elementType: 'text', elementText: { text, textFormat: 'PLAINTEXT' } };
}

/** Lets somebody into a dialog. */
export async function connect(
  work: Work,
  dialogId: string,
  who: {
    readonly participantId: string;
    readonly type: ParticipantType;
    readonly name: string;
    readonly agentId?: string;
    readonly sessionIds?: readonly string[];
  },
): Promise<void> {
  const connection = { sessionIds: [], ...who, connectionId: work.newId(), connected: true };
  await work.apply(dialogId, { type: 'participant-connected', connection });
}

/** Lets go of everybody of these types who is still connected. */
export async function disconnect(
  work: Work,
  dialogId: string,
  types: readonly ParticipantType[],
): Promise<void> {
  const { connections } = await work.dialog(dialogId);
  for (const one of connections)
    if (one.connected && types.includes(one.type))
      await work.apply(dialogId, { type: 'participant-disconnected', participantId: one.participantId });
}
