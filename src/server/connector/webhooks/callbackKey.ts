import type { Callback } from '../../../protocol/axp/index.ts';

/**
 * What makes two callbacks one: type, dialog, message or participant, and date (architecture, Settled 8: they have no id).
 * Undefined for news that may be told twice without harm.
 */
export function callbackKey(callback: Callback): string | undefined {
  const parts = (...rest: readonly (string | undefined)[]): string =>
    JSON.stringify([callback.eventType, callback.channelProviderId ?? '', callback.dialogId ?? '', ...rest]);
  switch (callback.eventType) {
    case 'ENGAGEMENT_CREATED':
      return parts(callback.engagementId, callback.eventDate);
    case 'PARTICIPANT_ADDED':
    case 'PARTICIPANT_DISCONNECTED':
      return parts(callback.participantId, callback.connectionId, callback.eventDate);
    case 'MESSAGES':
      return parts(callback.messageId, callback.providerMessageId, callback.status, dateOf(callback));
    case 'ENGAGEMENT_ERROR':
      return parts(callback.engagementId, callback.providerDialogId, callback.type, callback.eventDate);
    case 'TYPING':
    case 'X_SANDBOX_READ':
      return undefined;
  }
}

/** When it happened, by the contact centre's clock; messages say it by two names. */
export function dateOf(callback: Callback): string | undefined {
  return callback.eventType === 'MESSAGES' ? (callback.receivedAt ?? callback.eventDate) : callback.eventDate;
}

/** The same in one form, so that times can be compared as texts; the present where none was told. */
export function isoDateOf(callback: Callback, nowMs: number): string {
  const ms = Date.parse(dateOf(callback) ?? '');
  return new Date(Number.isNaN(ms) ? nowMs : ms).toISOString();
}
