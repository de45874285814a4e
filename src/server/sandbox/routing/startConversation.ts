import type { Integration } from '../../../protocol/desk/index.ts';
import { given } from '../core/given.ts';
import type { CustomerRecord, DialogRecord, EngagementRecord } from '../core/records.ts';
import { connect } from '../core/say.ts';
import type { Work } from '../core/work.ts';
import { enqueue, failConversation } from './conversation.ts';

/** What a new conversation is made of. */
export interface NewConversation {
  readonly integration: Integration;
  readonly customer: CustomerRecord;
  readonly channelId: string;
  readonly sessionId?: string;
  readonly providerDialogId?: string;
  readonly conversation?: string;
  readonly sessionParameters: Readonly<Record<string, string>>;
  readonly engagementParameters: Readonly<Record<string, string>>;
  /** The customer's open engagement, which then gets one dialog more. */
  readonly engagement?: EngagementRecord;
}

/** Opens a dialog with its customer connected, and gives it to the bot or to the queue. It starts PENDING. */
export async function startConversation(work: Work, start: NewConversation): Promise<DialogRecord> {
  const dialog = newDialog(work, start);
  const engagement: EngagementRecord = start.engagement
    ? { ...start.engagement, dialogIds: [...start.engagement.dialogIds, dialog.dialogId] }
    : {
        engagementId: dialog.engagementId,
        integrationId: dialog.integrationId,
        channelProviderId: dialog.channelProviderId,
        dialogIds: [dialog.dialogId],
        ...given({ conversation: start.conversation }),
      };
  await work.open(dialog, engagement);
  await connect(work, dialog.dialogId, {
    participantId: start.customer.participantId,
    type: 'CUSTOMER',
    name: start.customer.name,
    sessionIds: start.sessionId === undefined ? [] : [start.sessionId],
  });
  if (!start.integration.enabled)
    await failConversation(work, dialog.dialogId, 'The integration is disabled.');
  else if (!work.world.bot || start.integration.workflow === 'queue-agent')
    await enqueue(work, dialog.dialogId);
  return work.dialog(dialog.dialogId);
}

function newDialog(work: Work, start: NewConversation): DialogRecord {
  return {
    dialogId: work.newId(),
    engagementId: start.engagement?.engagementId ?? work.newId(),
    integrationId: start.integration.integrationId,
    channelProviderId: start.integration.channelProviderId,
    channelId: start.channelId,
    status: 'PENDING',
    customerKey: start.customer.customerKey,
    initiatorParticipantId: start.customer.participantId,
    connections: [],
    sessionParameters: start.sessionParameters,
    engagementParameters: start.engagementParameters,
    phase: 'bot',
    queueId: start.integration.integrationId,
    requiredAttributes: [],
    tried: [],
    messageCount: 0,
    customerReadIndex: 0,
    createdAtMs: work.nowMs,
    updatedAtMs: work.nowMs,
    ...given({ providerDialogId: start.providerDialogId }),
  };
}
