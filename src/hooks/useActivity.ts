import { useMemo } from 'react';
import type { ChatClient } from '../client/index.ts';
import { systemClock } from '../lib/index.ts';
import type { Clock } from '../lib/index.ts';
import { useChatClient } from './useChatClient.ts';

/** The client is told of activity at most so often. */
const ACTIVITY_EVERY_MS = 1_000;

/**
 * Handlers for the element around a chat: scrolling, pointer use and touching count as activity and put the idle clock
 * back. While the warning stands they do not: whoever moves towards "Stay in the chat" would see it vanish underneath.
 */
export function useActivity(clock: Clock = systemClock): ActivityHandlers {
  const client = useChatClient();
  return useMemo(() => createHandlers(client, clock), [client, clock]);
}

/** What `useActivity` returns: spread it on an element. */
export interface ActivityHandlers {
  readonly onPointerMove: () => void;
  readonly onPointerDown: () => void;
  readonly onScrollCapture: () => void;
  readonly onTouchMove: () => void;
}

function createHandlers(client: ChatClient, clock: Clock): ActivityHandlers {
  let lastMs = -Infinity;
  const note = (): void => {
    const nowMs = clock.monotonic();
    if (nowMs - lastMs < ACTIVITY_EVERY_MS || client.getState().idle.status === 'warning') return;
    lastMs = nowMs;
    client.resetIdleTimeout();
  };
  return { onPointerMove: note, onPointerDown: note, onScrollCapture: note, onTouchMove: note };
}
