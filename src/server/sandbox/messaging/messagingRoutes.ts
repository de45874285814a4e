import { Hono } from 'hono';
import {
  AXP_LIMITS,
  decodeMessagingDisconnect,
  decodeMessagingSend,
  decodeMessagingTyping,
  decodeProviderDialogId,
} from '../../../protocol/axp/index.ts';
import type { MessagingDisconnect, MessagingTyping } from '../../../protocol/axp/index.ts';
import type { Json } from '../../storage/index.ts';
import type { Office } from '../core/office.ts';
import { customerOf } from '../core/reduceDialog.ts';
import { instant } from '../core/world.ts';
import { splitAction } from '../http/path.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { readForm, readJson } from '../http/readBody.ts';
import { saveFile } from '../media/mediaStore.ts';
import { endConversation } from '../routing/conversation.ts';
import { integrationOf } from './integrationOf.ts';
import { providerDialog, sendMessagingMessage } from './messagingSend.ts';

/** Custom Messaging, below `/api/digital/custom-messaging/v1/accounts/{accountId}`. */
export function messagingRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.post('/messages', async (c) =>
    c.json(await sendMessagingMessage(office, await readJson(c.req.raw, decodeMessagingSend))),
  );
  routes.post('/provider-dialogs/:target', async (c) => {
    const { id, action } = splitAction(c.req.param('target'));
    const providerDialogId = decodeProviderDialogId(id, 'providerDialogId');
    if (!providerDialogId.ok) throw badRequest(providerDialogId.faults);
    if (action === 'typing') {
      await customerTypes(office, id, await readJson(c.req.raw, decodeMessagingTyping));
      return c.body(null, 204);
    }
    if (action === 'disconnect')
      return c.json(await disconnect(office, id, await readJson(c.req.raw, decodeMessagingDisconnect)));
    throw notFound('action');
  });
  routes.post('/attachments', async (c) => c.json(await uploadAttachments(office, c.req.raw)));
  return routes;
}

/** "Customer typing": shown on the desk, kept nowhere. */
async function customerTypes(office: Office, providerDialogId: string, body: MessagingTyping): Promise<void> {
  const dialog = await office.read(async (tx) => {
    await integrationOf({ tx }, body);
    return providerDialog({ tx }, { ...body, providerDialogId });
  });
  if (!dialog || dialog.status === 'TERMINATED') throw notFound('open dialog');
  const customer = customerOf(dialog);
  if (dialog.phase !== 'agent' || dialog.agentId === undefined || !customer) return;
  office.feed.publish([
    {
      agentId: dialog.agentId,
      event: {
        type: 'typing',
        id: dialog.dialogId,
        participantId: customer.participantId,
        name: customer.name,
        at: instant(office.clock.now()),
      },
    },
  ]);
}

/** "Disconnect dialog". Again is fine. */
function disconnect(
  office: Office,
  providerDialogId: string,
  body: MessagingDisconnect,
): Promise<Readonly<Record<string, Json | undefined>>> {
  return office.commit(async (work) => {
    const correlationId = work.correlate(body.correlationId);
    await integrationOf(work, body);
    const dialog = await providerDialog(work, { ...body, providerDialogId });
    if (!dialog) throw notFound('dialog');
    await endConversation(work, dialog.dialogId, 'customer');
    return { ...body, correlationId, providerDialogId };
  });
}

/** "Upload attachments" (deprecated by AXP in favour of the media store). */
async function uploadAttachments(office: Office, request: Request): Promise<readonly Json[]> {
  const form = await readForm(request, AXP_LIMITS.mediaBytes + 1024 * 1024);
  const files = form.getAll('attachmentFiles').filter((one): one is File => typeof one !== 'string');
  if (files.length === 0)
    throw badRequest([{ path: 'attachmentFiles', message: 'must not be null', rule: 'missing' }]);
  if (files.length > AXP_LIMITS.attachments)
    throw badRequest([
      {
        path: 'attachmentFiles',
        message: `size must be between 1 and ${AXP_LIMITS.attachments}`,
        rule: 'range',
      },
    ]);
  const saved: Json[] = [];
  for (const file of files) {
    const media = await saveFile(office, file, 'attachmentFiles');
    saved.push({
      attachmentId: media.mediaId,
      name: media.mediaName,
      size: media.mediaSize,
      contentType: media.mediaContentType,
      contentId: null,
      url: await office.links.path('GET', media.mediaId),
    });
  }
  return saved;
}
