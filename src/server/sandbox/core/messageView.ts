import type { Json } from '../../storage/index.ts';
import type { DialogRecord, MessageRecord } from './records.ts';
import { customerOf } from './reduceDialog.ts';
import { instant } from './world.ts';

/**
 * A message as the REST and the callbacks show it. Attachment links are unsigned paths; whoever sends the view signs
 * them (`signAttachments`), so that a link's time begins when it is sent.
 */
export function messageView(
  accountId: string,
  dialog: DialogRecord,
  message: MessageRecord,
  status: 'SENT' | 'DELIVERED' | 'READ',
): Readonly<Record<string, Json>> {
  return {
    messageId: message.messageId,
    accountId,
    dialogId: dialog.dialogId,
    engagementId: dialog.engagementId,
    status,
    sessionId: message.sessionId ?? customerOf(dialog)?.sessionIds.at(-1) ?? null,
    businessAccountName: dialog.channelId === 'Chat' ? null : dialog.integrationId,
    channelProviderId: dialog.channelProviderId,
    channelId: dialog.channelId,
    senderParticipantId: message.senderParticipantId,
    senderParticipantName: message.senderName,
    senderParticipantType: message.senderType,
    body: message.body,
    fallbackText: message.fallbackText ?? null,
    headers: message.headers ?? null,
    attachments: message.attachments.map((one) => ({
      ...one,
      url: `/v1/media/${one.attachmentId}`,
      captionText: null,
      thumbnailUrl: null,
    })),
    recipientParticipants: recipients(dialog, message),
    customData: message.customData,
    messageIndex: message.index,
    parentMessageId: message.parentMessageId ?? null,
    providerDialogId: dialog.providerDialogId ?? null,
    providerSenderId: message.providerSenderId ?? null,
    providerMessageId: message.providerMessageId ?? null,
    providerParentMessageId: message.providerParentMessageId ?? null,
    engagementParameters: dialog.engagementParameters,
    receivedAt: instant(message.atMs),
    lastUpdatedAt: instant(message.atMs),
  };
}

/** The view with its attachment links signed by `sign`, which takes a media id. */
export async function signAttachments<T extends { readonly [field: string]: Json | undefined }>(
  view: T,
  sign: (mediaId: string) => Promise<string>,
): Promise<T> {
  const attachments = view['attachments'];
  if (!Array.isArray(attachments) || attachments.length === 0) return view;
  const signed = await Promise.all(
    attachments.map(async (one: Json) =>
      typeof one === 'object' && one !== null && 'attachmentId' in one && typeof one.attachmentId === 'string'
        ? { ...one, url: await sign(one.attachmentId) }
        : one,
    ),
  );
  return { ...view, attachments: signed };
}

function recipients(dialog: DialogRecord, message: MessageRecord): Json {
  return dialog.connections
    .filter((one) => one.connected && one.participantId !== message.senderParticipantId)
    .map((one) => ({
      participantId: one.participantId,
      participantType: one.type,
      displayName: one.name,
      connectionId: one.connectionId,
      providerParticipantId: null,
      channelProviderId: dialog.channelProviderId,
    }));
}
