import type {
  DeskEngagementDetails,
  DeskMessage,
  DeskSend,
  DeskTransfer,
} from '../../../protocol/desk/index.ts';
import { callbackOf } from '../webhooks/callbackOf.ts';
import type { Office } from '../core/office.ts';
import type { DialogRecord } from '../core/records.ts';
import { connect, say } from '../core/say.ts';
import { tables } from '../core/tables.ts';
import type { AgentRow } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { badReference, ProblemError } from '../http/problem.ts';
import { endConversation, requeue } from '../routing/conversation.ts';
import { sayingOf } from './sayingOf.ts';
import { engagementDetails } from './snapshot.ts';
import { deskMessage } from './views.ts';

/** Takes what rings at this agent's desk. @throws ProblemError 404, 409 */
export function acceptAlert(office: Office, agent: AgentRow, id: string): Promise<DeskEngagementDetails> {
  return office.commit(async (work) => {
    const dialog = await work.dialog(id);
    const mine = dialog.phase === 'agent' && dialog.agentId === agent.agentId;
    if (!mine) {
      checkAlert(dialog, agent);
      await work.apply(id, { type: 'accepted', agentId: agent.agentId });
      const { agentId, name } = agent;
      await connect(work, id, { participantId: agentId, agentId, name, type: 'AGENT' });
    }
    return engagementDetails(office, work.tx, id);
  });
}

/** Lets an alert pass to the next agent. @throws ProblemError 404, 409 */
export function declineAlert(office: Office, agent: AgentRow, id: string): Promise<void> {
  return office.commit(async (work) => {
    checkAlert(await work.dialog(id), agent);
    await work.apply(id, { type: 'alert-passed', reason: 'declined' });
  });
}

/** Says something. The same client message id again answers the first message. @throws ProblemError 400, 404, 409 */
export function sendAgentMessage(
  office: Office,
  agent: AgentRow,
  id: string,
  body: DeskSend,
): Promise<{ readonly message: DeskMessage; readonly isNew: boolean }> {
  return office.commit(async (work) => {
    const dialog = await work.dialog(id);
    const at = await tables.clientMessages.get(work.tx, id, body.clientMessageId);
    if (at !== undefined) {
      const known = await tables.messages.get(work.tx, id, String(at).padStart(12, '0'));
      if (known?.senderParticipantId === agent.agentId)
        return { message: await deskMessage(office, dialog, known), isNew: false };
    }
    checkMine(dialog, agent);
    const sender = { participantId: agent.agentId, name: agent.name, type: 'AGENT' } as const;
    const message = await say(work, dialog, sender, await sayingOf(work, dialog, body));
    return { message: await deskMessage(office, await work.dialog(id), message), isNew: true };
  });
}

/** Shows the customer that the agent types; Custom Messaging only, once and not kept. @throws ProblemError 404, 409 */
export async function agentTypes(office: Office, agent: AgentRow, id: string): Promise<void> {
  const dialog = await mineOf(office, agent, id);
  if (dialog.channelId === 'Chat') return;
  const { accountId, clock, random } = office;
  const correlationId = `typing-${random.next().toString(36).slice(2, 10)}`;
  const common = { accountId, correlationId, nowMs: clock.now() };
  const callback = callbackOf.other(common, dialog, 'TYPING', {
    senderParticipantId: agent.agentId,
    senderParticipantType: 'AGENT',
    senderParticipantDisplayName: agent.name,
    externalRecipientParticipants: dialog.connections
      .filter(({ type, connected }) => type === 'CUSTOMER' && connected)
      .map(({ participantId }) => ({ participantId, providerParticipantId: null })),
  });
  office.sender.sendLossy(dialog.engagementId, dialog.channelProviderId, callback);
}

/** The agent has read up to a message; told as the sandbox's own callback. @throws ProblemError 404, 409 */
export function agentReads(office: Office, agent: AgentRow, id: string, messageId: string): Promise<void> {
  return office.commit(async (work) => {
    const dialog = await work.dialog(id);
    checkMine(dialog, agent);
    const index = await tables.messageIndex.get(work.tx, id, messageId);
    const message =
      index === undefined
        ? undefined
        : await tables.messages.get(work.tx, id, String(index).padStart(12, '0'));
    if (!message) throw badReference('messageId', 'There is no such message in this engagement.');
    await work.callback(dialog, 'X_SANDBOX_READ', {
      readerParticipantId: agent.agentId,
      readerParticipantType: 'AGENT',
      messageId,
      providerMessageId: message.providerMessageId ?? null,
    });
  });
}

/** Hands an engagement to another agent or to a queue. @throws ProblemError 400, 404, 409 */
export function transfer(office: Office, agent: AgentRow, id: string, { to }: DeskTransfer): Promise<void> {
  return office.commit(async (work: Work) => {
    checkMine(await work.dialog(id), agent);
    if (to.kind === 'queue') {
      if (!(await tables.integrations.get(work.tx, to.queueId)))
        throw badReference('to.queueId', 'There is no such queue.');
      return requeue(work, id, { queueId: to.queueId });
    }
    const target = await tables.agents.get(work.tx, to.agentId);
    if (!target || target.agentId === agent.agentId)
      throw badReference('to.agentId', 'There is no such other agent.');
    if (target.state !== 'ready') throw new ProblemError(409, `${target.name} is not ready.`);
    return requeue(work, id, { target: { agentId: target.agentId, from: agent.name } });
  });
}

/** Ends an engagement. @throws ProblemError 404, 409 */
export function endEngagement(office: Office, agent: AgentRow, id: string): Promise<void> {
  return office.commit(async (work) => {
    checkMine(await work.dialog(id), agent);
    await endConversation(work, id, 'agent');
  });
}

async function mineOf(office: Office, agent: AgentRow, id: string): Promise<DialogRecord> {
  const dialog = await office.read((tx) => tables.dialogs.get(tx, id));
  if (!dialog) throw new ProblemError(404, 'There is no such engagement.');
  checkMine(dialog, agent);
  return dialog;
}

function checkMine(dialog: DialogRecord, agent: AgentRow): void {
  if (dialog.phase !== 'agent' || dialog.agentId !== agent.agentId)
    throw new ProblemError(
      409,
      dialog.phase === 'closed' ? 'The engagement is over.' : 'The engagement is not yours.',
    );
}

function checkAlert(dialog: DialogRecord, agent: AgentRow): void {
  if (dialog.phase !== 'alerting' || dialog.alert?.agentId !== agent.agentId)
    throw new ProblemError(409, 'The alert is no longer yours to answer.');
}
