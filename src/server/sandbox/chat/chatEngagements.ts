import type { CreateEngagement, DisconnectEngagement, JoinEngagement } from '../../../protocol/axp/index.ts';
import type { Json, Transaction } from '../../storage/index.ts';
import { given } from '../core/given.ts';
import type { Office } from '../core/office.ts';
import type { DialogRecord, EngagementRecord, SessionRecord } from '../core/records.ts';
import { tables } from '../core/tables.ts';
import { badReference, notFound, ProblemError } from '../http/problem.ts';
import { endConversation } from '../routing/conversation.ts';
import { startConversation } from '../routing/startConversation.ts';
import { activeSession, sessionOf } from './chatSessions.ts';
import { engagementView } from './chatViews.ts';

type View = Readonly<Record<string, Json>>;

/** "Create engagement"; a customer with an open one on this connector element gets a new dialog in it. */
export function createEngagement(office: Office, body: CreateEngagement): Promise<View> {
  return office.commit(async (work) => {
    const session = await activeSession(work.tx, body.sessionId);
    const correlationId = work.correlate(body.correlationId);
    const customer = await tables.customers.get(work.tx, session.customerKey);
    const integrations = await tables.integrations.list(work.tx);
    const integration = integrations.find((one) => one.channelProviderId === session.channelProviderId);
    if (!integration || !customer)
      throw badReference('sessionId', 'No integration belongs to the connector element of this session.');
    const open = await openEngagement(work.tx, session);
    const dialog = await startConversation(work, {
      integration,
      customer,
      channelId: 'Chat',
      sessionId: session.sessionId,
      sessionParameters: session.sessionParameters,
      engagementParameters: body.engagementParameters ?? {},
      ...given({
        engagement: open,
        providerDialogId: body.providerDialogId,
        conversation: body.conversation,
      }),
    });
    const engagement = await engagementOf(work.tx, dialog.engagementId);
    return { ...(await engagementView(office, work.tx, engagement)), correlationId };
  });
}

/** "List engagements": all of the session's customer, oldest first. */
export function listEngagements(office: Office, sessionId: string): Promise<readonly View[]> {
  return office.read(async (tx) => {
    const session = await sessionOf(tx, sessionId);
    const seen = new Set<string>();
    for (const dialog of await chatDialogs(tx, session)) seen.add(dialog.engagementId);
    const views: View[] = [];
    for (const engagementId of seen)
      views.push(await engagementView(office, tx, await engagementOf(tx, engagementId)));
    return views;
  });
}

/** "Get engagement". */
export function getEngagement(office: Office, engagementId: string): Promise<View> {
  return office.read(async (tx) => engagementView(office, tx, await engagementOf(tx, engagementId)));
}

/** "Disconnect": ends the customer's part, and with it the dialog. Again is fine. */
export function disconnectEngagement(
  office: Office,
  engagementId: string,
  body: DisconnectEngagement,
): Promise<View> {
  return office.commit(async (work) => {
    const correlationId = work.correlate(body.correlationId);
    const session = await sessionOf(work.tx, body.sessionId);
    const dialog = await dialogOfEngagement(work.tx, engagementId, body.dialogId);
    checkCustomer(session, dialog);
    await endConversation(work, dialog.dialogId, 'customer');
    return { ...body, correlationId };
  });
}

/** "Join": another session of the same customer takes part; the dialog must be active. */
export function joinEngagement(office: Office, engagementId: string, body: JoinEngagement): Promise<View> {
  return office.commit(async (work) => {
    const correlationId = work.correlate(body.correlationId);
    const session = await activeSession(work.tx, body.sessionId);
    const dialog = await dialogOfEngagement(work.tx, engagementId, body.dialogId);
    checkCustomer(session, dialog);
    if (dialog.status !== 'ACTIVE') throw badReference('dialogId', `The dialog is ${dialog.status}.`);
    await work.apply(dialog.dialogId, { type: 'session-joined', sessionId: session.sessionId });
    const engagement = await engagementOf(work.tx, engagementId);
    return { ...(await engagementView(office, work.tx, engagement)), correlationId };
  });
}

/** The dialog of the engagement. @throws ProblemError 404 */
export async function dialogOfEngagement(
  tx: Transaction,
  engagementId: string,
  dialogId: string,
): Promise<DialogRecord> {
  const engagement = await engagementOf(tx, engagementId);
  const dialog = engagement.dialogIds.includes(dialogId) ? await tables.dialogs.get(tx, dialogId) : undefined;
  if (!dialog) throw notFound('dialog');
  return dialog;
}

/** @throws ProblemError 403 when the dialog is another customer's. */
export function checkCustomer(session: SessionRecord, dialog: DialogRecord): void {
  if (session.customerKey !== dialog.customerKey)
    throw new ProblemError(403, 'The engagement belongs to another customer.');
}

async function engagementOf(tx: Transaction, engagementId: string): Promise<EngagementRecord> {
  const engagement = await tables.engagements.get(tx, engagementId);
  if (!engagement) throw notFound('engagement');
  return engagement;
}

async function openEngagement(
  tx: Transaction,
  session: SessionRecord,
): Promise<EngagementRecord | undefined> {
  const open = (await chatDialogs(tx, session)).findLast(({ status }) => status !== 'TERMINATED');
  return open && tables.engagements.get(tx, open.engagementId);
}

async function chatDialogs(tx: Transaction, session: SessionRecord): Promise<readonly DialogRecord[]> {
  const found: DialogRecord[] = [];
  for (const dialogId of await tables.customerDialogs.list(tx, [session.customerKey])) {
    const dialog = await tables.dialogs.get(tx, dialogId);
    if (dialog?.channelProviderId === session.channelProviderId) found.push(dialog);
  }
  return found;
}
