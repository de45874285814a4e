import { decodeMessage, type Message } from '../../../protocol/axp/index.ts';
import type { Decoder } from '../../../lib/index.ts';
import { readNothing, type CallUpstream } from './callUpstream.ts';
import { given } from '../given.ts';
import { identifiersOf, parametersOf } from './identity.ts';
import type { SandboxExtension } from './sandboxExtension.ts';
import { toAxpBody } from './toAxpBody.ts';
import { nothingToDo, type OutgoingMessage, type UpstreamAdapter } from './upstreamAdapter.ts';

/**
 * Custom Messaging (axp.md 4.5): no sessions, no list. The dialog is our engagement's id; the first message makes it,
 * and the next one after its end makes it anew.
 */
export function createCustomMessaging(options: CustomMessagingOptions): UpstreamAdapter {
  const { call, accountId, channelProviderId, integrationId, extension } = options;
  const base = `/api/digital/custom-messaging/v1/accounts/${accountId}`;
  const dialogPath = (id: string): string => `${base}/provider-dialogs/${encodeURIComponent(id)}`;
  const whose = { channelProviderId, businessAccountName: integrationId };
  const placeOf = (id: string) => ({ channelProviderId, providerDialogId: id });
  const done = () => Promise.resolve(nothingToDo);

  return {
    kind: 'messaging',
    channelProviderId,
    features: {
      richMedia: true,
      files: true,
      typing: true,
      readReceipts: options.readReceipts,
      createEngagement: false,
    },
    openSession: async () => ({ kind: 'done', value: {} }),
    setSessionParameters: done,
    closeSession: done,
    openEngagement: async () => ({ kind: 'done', value: { active: true } }),
    join: done,
    leave: (dialog, reason) =>
      call({
        method: 'POST',
        path: `${dialogPath(dialog.engagementId)}:disconnect`,
        body: { ...whose, reason },
        read: readNothing,
      }),
    async send(message) {
      const body = sendBody(message, whose);
      const sent = await call({ method: 'POST', path: `${base}/messages`, body, read: decodeAnswer });
      if (sent.kind !== 'done') return sent;
      const { messageId: upstreamMessageId, engagementId, dialogId } = sent.value;
      const upstream = engagementId && dialogId ? { engagementId, dialogId } : undefined;
      return { kind: 'done', value: given({ upstreamMessageId, upstream }) };
    },
    findSent: async () => ({ kind: 'done', value: 'unlisted' }),
    typing: (dialog) =>
      call({
        method: 'POST',
        path: `${dialogPath(dialog.engagementId)}:typing`,
        body: whose,
        read: readNothing,
      }),
    setPresence: (dialog, present) => extension.setPresence(placeOf(dialog.engagementId), present),
    markRead: (dialog, messageId) => extension.markRead(placeOf(dialog.engagementId), messageId),
  };
}

/** `integrationId` goes upstream as `businessAccountName`; `readReceipts` is true for the sandbox alone. */
export interface CustomMessagingOptions {
  readonly call: CallUpstream;
  readonly extension: SandboxExtension;
  readonly accountId: string;
  readonly channelProviderId: string;
  readonly integrationId: string;
  readonly readReceipts: boolean;
}

/** A 200 is a taken message even where its body cannot be read: the ids then come with the echo. */
export const decodeAnswer: Decoder<Pick<Message, 'messageId' | 'engagementId' | 'dialogId'>> = (input) => {
  const decoded = decodeMessage(input);
  return decoded.ok ? decoded : { ok: true, value: {} };
};

function sendBody(message: OutgoingMessage, whose: object): object {
  const { customer, dialog, files } = message;
  return {
    ...whose,
    channelId: 'Messaging',
    customerIdentifiers: identifiersOf(customer),
    body: toAxpBody(message.body, files),
    ...(files.length > 0 ? { attachments: files.map((file) => ({ attachmentId: file.mediaId })) } : {}),
    ...given({ senderName: customer.displayName, parentMessageId: message.parentUpstreamId }),
    providerSenderId: customer.customerId,
    providerDialogId: dialog.engagementId,
    providerMessageId: message.messageId,
    engagementParameters: parametersOf(customer),
  };
}
