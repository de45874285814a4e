import type { Json, Transaction } from '../../storage/index.ts';
import type { DialogRecord, EngagementRecord, SessionRecord } from '../core/records.ts';
import { tables } from '../core/tables.ts';
import { instant } from '../core/world.ts';
import type { World } from '../core/world.ts';

const BASE = '/api/digital/channel/v1';

/** A session as the REST shows it. `url` leaves the account out, as the documentation's examples do. */
export function sessionView(world: World, session: SessionRecord): Readonly<Record<string, Json>> {
  return {
    sessionId: session.sessionId,
    accountId: world.accountId,
    channelProviderId: session.channelProviderId,
    displayName: session.displayName ?? '',
    customerIdentifiers: session.customerIdentifiers,
    sessionParameters: session.sessionParameters,
    sessionStatus: session.status,
    providerCustomerId: session.providerCustomerId ?? null,
    createdAt: instant(session.createdAtMs),
    lastUpdatedAt: instant(session.updatedAtMs),
    url: `${world.baseUrl}${BASE}/sessions/${session.sessionId}`,
  };
}

/** An engagement with its dialogs, oldest first, as the REST shows it. */
export async function engagementView(
  world: World,
  tx: Transaction,
  engagement: EngagementRecord,
): Promise<Readonly<Record<string, Json>>> {
  const dialogs: Json[] = [];
  for (const dialogId of engagement.dialogIds) {
    const dialog = await tables.dialogs.get(tx, dialogId);
    if (dialog) dialogs.push(dialogView(dialog));
  }
  return {
    engagementId: engagement.engagementId,
    accountId: world.accountId,
    conversation: engagement.conversation ?? null,
    dialogs,
    url: `${world.baseUrl}${BASE}/engagements/${engagement.engagementId}`,
  };
}

function dialogView(dialog: DialogRecord): Json {
  return {
    dialogId: dialog.dialogId,
    channelId: dialog.channelId,
    dialogStatus: dialog.status,
    providerDialogId: dialog.providerDialogId ?? null,
    initiatorParticipantId: dialog.initiatorParticipantId,
    connections: dialog.connections.map((one) => ({
      connectionId: one.connectionId,
      participantId: one.participantId,
      participantType: one.type,
      displayName: one.name,
      sessionIds: one.sessionIds,
      connectionState: one.connected ? 'CONNECTED' : 'DISCONNECTED',
    })),
    engagementParameters: dialog.engagementParameters,
    createdAt: instant(dialog.createdAtMs),
    lastUpdatedAt: instant(dialog.updatedAtMs),
  };
}
