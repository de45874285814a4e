import type { ChatEvent } from '../../model/index.ts';
import type { WarningCode } from './acsException.ts';
import type { EventDesk } from './eventDesk.ts';

/** Tells the page of the stream, the token and the idle timer; of nothing else. @param warn takes ACS-206. */
export function tellLine(desk: EventDesk, warn: (code: WarningCode) => void, event: ChatEvent): void {
  switch (event.type) {
    case 'EVENT_STREAM_CONNECTING':
    case 'EVENT_STREAM_CONNECTED':
    case 'EVENT_STREAM_CLOSED':
      return desk.tell(event.type, { eventDate: new Date(event.atMs) });
    case 'EVENT_STREAM_FAILED': {
      const { atMs, reason, message, retryAfterMs = 0 } = event;
      const isLast = reason === 'RECONNECTION_TIMEOUT'; // what the client does after it is not done here
      const retryAfter = isLast ? 0 : retryAfterMs / 1000;
      return desk.tell(event.type, { eventDate: new Date(atMs), message, reason, retryAfter });
    }
    case 'TOKEN_EXPIRY_REMINDER': {
      const { atMs, expiresAtMs } = event;
      return desk.tell(event.type, { eventDate: new Date(atMs), expiryDate: new Date(expiresAtMs) });
    }
    case 'TOKEN_EXPIRED':
      return desk.tell(event.type, { expiredDate: new Date(event.expiredAtMs) });
    case 'IDLE_TIMEOUT_EXPIRED': {
      warn('ACS-206');
      const { atMs, graceMs } = event;
      return desk.tell(event.type, { eventDate: new Date(atMs), gracePeriod: graceMs / 1000 });
    }
    default:
  }
}
