import type { ChatEvent, StreamFailureReason } from '../../../model/index.ts';
import { AxpOmniSdk } from '../core/axpOmniSdk.ts';
import { backstageOf } from '../core/backstage.ts';
import { createListeners } from '../core/listeners.ts';
import type { OmniSdk } from '../core/omniSdk.ts';
import type { EventHandler, SdkEvent } from '../core/types.ts';
import { VERSION } from '../core/version.ts';

/** Makes the namespace of an SDK that `createOmniSdk` made; `AxpMessaging` is that of the page's own. */
export function createAxpMessaging(sdk: OmniSdk): AxpMessagingNamespace {
  const { random, logger, events, session } = backstageOf(sdk);
  const connecting = createListeners<SdkEvent>(random, logger);
  const connected = createListeners<SdkEvent>(random, logger);
  const closed = createListeners<SdkEvent>(random, logger);
  const failed = createListeners<EventStreamFailed>(random, logger);
  events.subscribe(({ event, session: { sessionId, line } }) => {
    switch (event.type) {
      case 'EVENT_STREAM_CONNECTING':
        return line.tell(() => connecting.tell(sdkEventOf(event.atMs, sessionId)));
      case 'EVENT_STREAM_CONNECTED':
        return line.tell(() => connected.tell(sdkEventOf(event.atMs, sessionId)));
      case 'EVENT_STREAM_CLOSED':
        return line.tell(() => closed.tell(sdkEventOf(event.atMs, sessionId)));
      case 'EVENT_STREAM_FAILED':
        return line.tell(() => failed.tell(failureOf(event, sessionId)));
      default:
    }
  });
  const reconnect = (): void => session().reconnect();
  return {
    addEventStreamConnectingListener: connecting.add,
    removeEventStreamConnectingListener: connecting.remove,
    addEventStreamConnectedListener: connected.add,
    removeEventStreamConnectedListener: connected.remove,
    addEventStreamClosedListener: closed.add,
    removeEventStreamClosedListener: closed.remove,
    addEventStreamFailedListener: failed.add,
    removeEventStreamFailedListener: failed.remove,
    reconnect,
    retryConnection: reconnect,
    version: () => VERSION,
  };
}

/** The members of `AxpMessaging` (axp.md 2.5). Every `add…` returns the id to remove the listener by. */
export interface AxpMessagingNamespace {
  addEventStreamConnectingListener(handler: EventHandler<SdkEvent>): string;
  removeEventStreamConnectingListener(handlerId: string): void;
  addEventStreamConnectedListener(handler: EventHandler<SdkEvent>): string;
  removeEventStreamConnectedListener(handlerId: string): void;
  addEventStreamClosedListener(handler: EventHandler<SdkEvent>): string;
  removeEventStreamClosedListener(handlerId: string): void;
  addEventStreamFailedListener(handler: EventHandler<EventStreamFailed>): string;
  removeEventStreamFailedListener(handlerId: string): void;
  /** Tries the stream again at once, and begins a new window of five minutes. Throws NotDisconnected or NotInitialized. */
  reconnect(): void;
  /** The guide's name of `reconnect`. */
  retryConnection(): void;
  version(): string;
}

/** The stream broke, or an attempt failed. */
export interface EventStreamFailed extends SdkEvent {
  readonly message: string;
  readonly reason: EventStreamFailureReason;
  /** Seconds to the next attempt; absent where none follows by itself. */
  readonly retryAfter?: number;
}

/** Why the stream is down. */
export const EventStreamFailureReason = {
  FORBIDDEN: 'FORBIDDEN',
  UNAUTHORIZED: 'UNAUTHORIZED',
  RECONNECTION_TIMEOUT: 'RECONNECTION_TIMEOUT',
  SDK_SESSION_INVALID: 'SDK_SESSION_INVALID',
  SERVER_ERROR: 'SERVER_ERROR',
  SERVER_UNREACHABLE: 'SERVER_UNREACHABLE',
  UNEXPECTED_ERROR: 'UNEXPECTED_ERROR',
} as const satisfies Record<StreamFailureReason, StreamFailureReason>;
export type EventStreamFailureReason =
  (typeof EventStreamFailureReason)[keyof typeof EventStreamFailureReason];

/** The event stream of the page's own SDK. */
export const AxpMessaging: AxpMessagingNamespace = createAxpMessaging(AxpOmniSdk);

function sdkEventOf(atMs: number, sessionId: string): SdkEvent {
  return { eventDate: new Date(atMs), sessionId };
}

function failureOf(
  { atMs, reason, message, retryAfterMs }: Extract<ChatEvent, { type: 'EVENT_STREAM_FAILED' }>,
  sessionId: string,
): EventStreamFailed {
  // What our client would do after the window is not done here.
  const isLast = retryAfterMs === undefined || reason === 'RECONNECTION_TIMEOUT';
  return {
    ...sdkEventOf(atMs, sessionId),
    message,
    reason,
    ...(!isLast && { retryAfter: retryAfterMs / 1000 }),
  };
}
