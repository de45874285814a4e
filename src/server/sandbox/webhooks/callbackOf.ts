import type { Json } from '../../storage/index.ts';
import type { DialogEvent } from '../core/dialogEvent.ts';
import type { ConnectionRecord, DialogRecord, EngagementRecord } from '../core/records.ts';
import { customerOf } from '../core/reduceDialog.ts';
import { instant } from '../core/world.ts';
import { messageView } from '../core/messageView.ts';

/** A callback's body, flat, with unset fields as null, as captured ones have them. */
export type CallbackBody = { readonly eventType: string; readonly [field: string]: Json | undefined };

/** What every callback of a write shares. */
export interface CallbackCommon {
  readonly accountId: string;
  readonly correlationId: string;
  readonly nowMs: number;
}

/** The bodies of outgoing callbacks, made of the sandbox's rows. */
export const callbackOf = {
  /** ENGAGEMENT_CREATED, for a new engagement and for a new dialog in one. */
  engagementCreated(
    common: CallbackCommon,
    dialog: DialogRecord,
    engagement: EngagementRecord,
    customerIdentifiers: Json,
  ): CallbackBody {
    return {
      ...base(common, dialog, 'ENGAGEMENT_CREATED'),
      conversation: engagement.conversation ?? null,
      initiatorParticipantId: dialog.initiatorParticipantId,
      customerIdentifiers,
      engagementParameters: dialog.engagementParameters,
      sourceType: sourceType(dialog),
      sourceAddress: null,
    };
  },

  /** The callback that tells of a dialog's event, where there is one. */
  event(common: CallbackCommon, dialog: DialogRecord, event: DialogEvent): CallbackBody | undefined {
    switch (event.type) {
      case 'participant-connected':
        return participant(common, dialog, 'PARTICIPANT_ADDED', event.connection);
      case 'participant-disconnected': {
        const one = dialog.connections.find(({ participantId }) => participantId === event.participantId);
        return one && participant(common, dialog, 'PARTICIPANT_DISCONNECTED', one);
      }
      case 'message-added':
        return {
          ...messageView(common.accountId, dialog, event.message, 'DELIVERED'),
          eventType: 'MESSAGES',
          eventDate: instant(common.nowMs),
          correlationId: event.message.correlationId,
        };
      default:
        return undefined;
    }
  },

  /** ENGAGEMENT_ERROR, TYPING and the sandbox's own types: `body` is what they add. */
  other(
    common: CallbackCommon,
    dialog: DialogRecord,
    type: string,
    body: Readonly<Record<string, Json>>,
  ): CallbackBody {
    return { ...base(common, dialog, type), channelId: dialog.channelId, ...body };
  },
};

function base(common: CallbackCommon, dialog: DialogRecord, eventType: string): CallbackBody {
  return {
    eventType,
    correlationId: common.correlationId,
    eventDate: instant(common.nowMs),
    accountId: common.accountId,
    engagementId: dialog.engagementId,
    dialogId: dialog.dialogId,
    channelProviderId: dialog.channelProviderId,
    businessAccountName: dialog.channelId === 'Chat' ? null : dialog.integrationId,
    sessionId: customerOf(dialog)?.sessionIds.at(-1) ?? null,
    providerDialogId: dialog.providerDialogId ?? null,
  };
}

function participant(
  common: CallbackCommon,
  dialog: DialogRecord,
  eventType: string,
  one: ConnectionRecord,
): CallbackBody {
  return {
    ...base(common, dialog, eventType),
    channelId: dialog.channelId,
    connectionId: one.connectionId,
    participantId: one.participantId,
    displayName: one.name,
    participantType: one.type,
    providerParticipantId: null,
  };
}

/** As a captured callback has it: `custom-messaging:<provider>`. */
function sourceType(dialog: DialogRecord): string | null {
  return dialog.channelId === 'Chat' ? null : `custom-messaging:${dialog.channelProviderId}`;
}
