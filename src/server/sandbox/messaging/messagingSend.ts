import type { MessagingSend } from '../../../protocol/axp/index.ts';
import type { Json } from '../../storage/index.ts';
import { greet } from '../bot/greeter.ts';
import { claimOf, resolveCustomer } from '../core/customers.ts';
import { given } from '../core/given.ts';
import { messageView, signAttachments } from '../core/messageView.ts';
import type { Office } from '../core/office.ts';
import { pageOf, setPresent } from '../core/presence.ts';
import type { AttachmentRecord, CustomerRecord, DialogRecord } from '../core/records.ts';
import { customerOf } from '../core/reduceDialog.ts';
import { say } from '../core/say.ts';
import { tables } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { badReference } from '../http/problem.ts';
import { storedMedia } from '../media/mediaStore.ts';
import { startConversation } from '../routing/startConversation.ts';
import { integrationOf } from './integrationOf.ts';

/**
 * "Send message": into the provider's dialog, which is opened where there is none or the last one has ended.
 * A blank provider dialog id is a new conversation each time.
 */
export async function sendMessagingMessage(
  office: Office,
  body: MessagingSend,
): Promise<Readonly<Record<string, Json>>> {
  const { view, correlationId } = await office.commit(async (work) => {
    const id = work.correlate(body.correlationId);
    const attachments = await attachmentsOf(work, body);
    const customer = await customerOfMessage(work, body);
    const dialog = (await continued(work, body, customer)) ?? (await started(work, body, customer));
    // Whoever writes is there; the connector tells when they go.
    if (body.providerDialogId)
      await setPresent(work, dialog.customerKey, pageOf(body.providerDialogId), true);
    const sender = customerOf(dialog);
    if (!sender) throw badReference('providerDialogId', 'The dialog has no customer.');
    const message = await say(
      work,
      dialog,
      { ...sender, name: body.senderName ?? sender.name },
      {
        body: body.body,
        attachments,
        ...given({
          fallbackText: body.fallbackText,
          headers: body.headers,
          customData: body.customData,
          parentMessageId: body.parentMessageId,
          providerMessageId: body.providerMessageId,
          providerParentMessageId: body.providerParentMessageId,
          providerSenderId: body.providerSenderId,
        }),
      },
    );
    const view = messageView(office.accountId, await work.dialog(dialog.dialogId), message, 'SENT');
    await greet(work, message);
    return { view, correlationId: id };
  });
  const signed = await signAttachments(view, (mediaId) => office.links.path('GET', mediaId));
  return { ...signed, correlationId };
}

/** The latest dialog of a provider's dialog id, open or ended. */
export async function providerDialog(
  work: Pick<Work, 'tx'>,
  key: {
    readonly channelProviderId: string;
    readonly businessAccountName: string;
    readonly providerDialogId: string;
  },
): Promise<DialogRecord | undefined> {
  const { channelProviderId, businessAccountName, providerDialogId } = key;
  const dialogId = await tables.providerDialogs.get(
    work.tx,
    channelProviderId,
    businessAccountName,
    providerDialogId,
  );
  return dialogId === undefined ? undefined : tables.dialogs.get(work.tx, dialogId);
}

function customerOfMessage(work: Work, body: MessagingSend): Promise<CustomerRecord> {
  return resolveCustomer(
    work,
    claimOf({
      parameters: body.engagementParameters ?? {},
      identifiers: body.customerIdentifiers,
      guestSeed: body.providerDialogId || work.newId(),
      ...given({ providerId: body.providerSenderId, name: body.senderName }),
    }),
  );
}

async function continued(
  work: Work,
  body: MessagingSend,
  customer: CustomerRecord,
): Promise<DialogRecord | undefined> {
  const { providerDialogId } = body;
  if (!providerDialogId) return undefined;
  const dialog = await providerDialog(work, { ...body, providerDialogId });
  if (!dialog || dialog.status === 'TERMINATED') return undefined;
  const { dialogId } = dialog;
  if (dialog.customerKey !== customer.customerKey && customer.verified) {
    await setPresent(work, dialog.customerKey, pageOf(providerDialogId), false);
    await work.apply(dialogId, {
      type: 'customer-recognised',
      customerKey: customer.customerKey,
      name: customer.name,
    });
  }
  if (changes(dialog.engagementParameters, body.engagementParameters))
    await work.apply(dialogId, {
      type: 'parameters-changed',
      engagement: { ...dialog.engagementParameters, ...body.engagementParameters },
    });
  return work.dialog(dialogId);
}

async function started(work: Work, body: MessagingSend, customer: CustomerRecord): Promise<DialogRecord> {
  const integration = await integrationOf(work, body);
  const { providerDialogId } = body;
  const dialog = await startConversation(work, {
    integration,
    customer,
    channelId: body.channelId,
    sessionParameters: {},
    engagementParameters: body.engagementParameters ?? {},
    ...given({ providerDialogId: providerDialogId || undefined }),
  });
  if (providerDialogId)
    await tables.providerDialogs.put(
      work.tx,
      [body.channelProviderId, body.businessAccountName, providerDialogId],
      dialog.dialogId,
    );
  return dialog;
}

async function attachmentsOf(work: Work, body: MessagingSend): Promise<readonly AttachmentRecord[]> {
  const found: AttachmentRecord[] = [];
  for (const [at, { attachmentId, contentId }] of (body.attachments ?? []).entries()) {
    const media = await storedMedia(work.tx, attachmentId);
    if (!media) throw badReference(`attachments[${at}].attachmentId`, 'There is no such uploaded file.');
    found.push({
      attachmentId,
      name: media.mediaName,
      contentType: media.mediaContentType,
      size: media.mediaSize,
      ...given({ contentId }),
    });
  }
  return found;
}

function changes(
  before: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): boolean {
  return Object.entries(more).some(([name, value]) => before[name] !== value);
}
