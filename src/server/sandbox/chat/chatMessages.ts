import type { ChatSend } from '../../../protocol/axp/index.ts';
import type { Json } from '../../storage/index.ts';
import { greet } from '../bot/greeter.ts';
import { given } from '../core/given.ts';
import { messageView, signAttachments } from '../core/messageView.ts';
import type { Office } from '../core/office.ts';
import { customerOf } from '../core/reduceDialog.ts';
import { say } from '../core/say.ts';
import { tables } from '../core/tables.ts';
import { badReference } from '../http/problem.ts';
import { checkCustomer, dialogOfEngagement } from './chatEngagements.ts';
import { activeSession, sessionOf } from './chatSessions.ts';

type View = Readonly<Record<string, Json>>;

/** "Send message". The answer has no `messageId`, as the documentation's examples: the echo brings it. */
export function sendChatMessage(office: Office, engagementId: string, body: ChatSend): Promise<View> {
  return office.commit(async (work) => {
    const correlationId = work.correlate(body.correlationId);
    const session = await activeSession(work.tx, body.sessionId);
    const dialog = await dialogOfEngagement(work.tx, engagementId, body.dialogId);
    checkCustomer(session, dialog);
    const customer = customerOf(dialog);
    if (dialog.status === 'TERMINATED' || !customer)
      throw badReference('dialogId', 'The dialog is TERMINATED.');
    if (!customer.sessionIds.includes(session.sessionId))
      await work.apply(dialog.dialogId, { type: 'session-joined', sessionId: session.sessionId });
    const sender = { ...customer, name: body.senderParticipantName ?? customer.name };
    const message = await say(work, await work.dialog(dialog.dialogId), sender, {
      body: body.body,
      sessionId: session.sessionId,
      ...given({
        fallbackText: body.fallbackText,
        headers: body.headers,
        customData: body.customData,
        parentMessageId: body.parentMessageId,
        providerMessageId: body.providerMessageId,
        providerParentMessageId: body.providerParentMessageId,
      }),
    });
    const after = await work.dialog(dialog.dialogId);
    const { messageId: _messageId, ...view } = messageView(office.accountId, after, message, 'SENT');
    await greet(work, message);
    return { ...view, correlationId };
  });
}

/** "List messages": a page, oldest first. */
export function listChatMessages(
  office: Office,
  engagementId: string,
  query: {
    readonly dialogId: string;
    readonly sessionId: string;
    readonly pageSize: number;
    readonly pageNumber: number;
  },
): Promise<View> {
  return office.read(async (tx) => {
    const session = await sessionOf(tx, query.sessionId);
    const dialog = await dialogOfEngagement(tx, engagementId, query.dialogId);
    checkCustomer(session, dialog);
    const { pageNumber, pageSize } = query;
    const total = dialog.messageCount;
    const first = (pageNumber - 1) * pageSize;
    const rows = await tables.messages.list(tx, [dialog.dialogId], {
      after: tables.messages.keyOf(dialog.dialogId, String(first).padStart(12, '0')),
      limit: pageSize,
    });
    const messages = await Promise.all(
      rows.map((row) =>
        signAttachments(messageView(office.accountId, dialog, row, 'DELIVERED'), (mediaId) =>
          office.links.path('GET', mediaId),
        ),
      ),
    );
    const link = (page: number): string =>
      `${office.baseUrl}/api/digital/channel/v1/engagements/${engagementId}/messages?dialogId=${dialog.dialogId}` +
      `&sessionId=${session.sessionId}&pageSize=${pageSize}&pageNumber=${page}`;
    return {
      pagination: { pageNumber, pageSize, total },
      messages,
      links: {
        prev: pageNumber > 1 ? link(pageNumber - 1) : '',
        next: first + pageSize < total ? link(pageNumber + 1) : '',
      },
    };
  });
}
