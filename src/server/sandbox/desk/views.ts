import type {
  DeskAgent,
  DeskAlert,
  DeskContent,
  DeskEngagement,
  DeskMessage,
  DeskQueueEntry,
} from '../../../protocol/desk/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { given } from '../core/given.ts';
import type { DialogRecord, MessageRecord } from '../core/records.ts';
import type { AgentRow } from '../core/tables.ts';
import { tables } from '../core/tables.ts';
import { instant } from '../core/world.ts';
import type { World } from '../core/world.ts';
import { mergedParameters } from '../routing/chooseQueue.ts';
import { waitingDialogs } from '../routing/routeQueue.ts';
import { contentOf } from './contentOf.ts';

/** A message as the desk shows it, its links signed. */
export async function deskMessage(
  world: World,
  dialog: DialogRecord,
  message: MessageRecord,
): Promise<DeskMessage> {
  const read = message.index <= dialog.customerReadIndex && message.senderType !== 'CUSTOMER';
  const content: DeskContent = await contentOf(world, message);
  return {
    messageId: message.messageId,
    index: message.index,
    senderParticipantId: message.senderParticipantId,
    senderType: message.senderType,
    senderName: message.senderName,
    status: read ? 'READ' : 'DELIVERED',
    at: instant(message.atMs),
    content,
    ...given({ clientMessageId: message.clientMessageId, parentMessageId: message.parentMessageId }),
  };
}

/** A card of the desk. */
export async function deskEngagement(
  world: World,
  tx: Transaction,
  dialog: DialogRecord,
): Promise<DeskEngagement> {
  const customer = await tables.customers.get(tx, dialog.customerKey);
  const integration = await tables.integrations.get(tx, dialog.integrationId);
  return {
    id: dialog.dialogId,
    engagementId: dialog.engagementId,
    integrationId: dialog.integrationId,
    integrationName: integration?.name ?? 'Removed integration',
    channel: dialog.channelId === 'Chat' ? 'Chat' : 'Messaging',
    phase: dialog.phase,
    customerKey: dialog.customerKey,
    customerName: customer?.name ?? '',
    verified: customer?.verified ?? false,
    customerPresent: (customer?.presentIn.length ?? 0) > 0,
    participants: dialog.connections.map(({ participantId, type, name, connected }) => ({
      participantId,
      type,
      name,
      connected,
    })),
    parameters: mergedParameters(dialog),
    customerReadIndex: dialog.customerReadIndex,
    startedAt: instant(dialog.createdAtMs),
    ...given({
      agentId: dialog.agentId,
      lastMessage: dialog.lastMessage && (await deskMessage(world, dialog, dialog.lastMessage)),
      queuedAt: maybeInstant(dialog.queuedAtMs),
      endedAt: maybeInstant(dialog.endedAtMs),
      endedBy: dialog.endedBy,
    }),
  };
}

/** The alert that rings at an agent; undefined when none does. */
export async function deskAlert(
  world: World,
  tx: Transaction,
  dialog: DialogRecord,
): Promise<DeskAlert | undefined> {
  if (!dialog.alert) return undefined;
  return {
    engagement: await deskEngagement(world, tx, dialog),
    expiresAt: instant(dialog.alert.untilMs),
    ...given({ transferredFrom: dialog.alert.transferredFrom }),
  };
}

/** An agent as the others see them. */
export async function deskAgent(tx: Transaction, agent: AgentRow): Promise<DeskAgent> {
  const { agentId, user, name, attributes, state } = agent;
  const open = await tables.agentDialogs.list(tx, [agentId]);
  return { agentId, user, name, attributes, state, openEngagements: open.length };
}

/** Every agent, by name. */
export async function deskAgents(tx: Transaction): Promise<readonly DeskAgent[]> {
  const agents = await tables.agents.list(tx);
  const views = await Promise.all(agents.map((agent) => deskAgent(tx, agent)));
  return views.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Everybody who waits, longest waiting first. */
export async function deskQueue(tx: Transaction): Promise<readonly DeskQueueEntry[]> {
  const places = new Map<string, number>();
  const entries: DeskQueueEntry[] = [];
  for (const dialog of await waitingDialogs({ tx })) {
    const position = (places.get(dialog.queueId) ?? 0) + 1;
    places.set(dialog.queueId, position);
    const customer = await tables.customers.get(tx, dialog.customerKey);
    const queue = await tables.integrations.get(tx, dialog.queueId);
    entries.push({
      id: dialog.dialogId,
      queueId: dialog.queueId,
      queueName: queue?.name ?? 'Removed integration',
      position,
      customerName: customer?.name ?? '',
      verified: customer?.verified ?? false,
      queuedAt: instant(dialog.queuedAtMs ?? dialog.createdAtMs),
      requiredAttributes: dialog.requiredAttributes,
      alerting: dialog.phase === 'alerting',
    });
  }
  return entries;
}

function maybeInstant(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : instant(atMs);
}
