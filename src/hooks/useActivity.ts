import { useMemo } from 'react';
import type { ChatClient } from '../client/index.ts';
import { systemClock } from '../lib/index.ts';
import type { Clock } from '../lib/index.ts';
import { useChatClient } from './useChatClient.ts';

/** The client is told of activity at most so often. */
const ACTIVITY_EVERY_MS = 1_000;

/** What only somebody does. Not `scroll`: the list scrolls by itself with each message that comes. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/**
 * A `ref` for the element around a chat: pointer, finger, wheel and keys count as activity and put the idle clock back.
 * While the warning stands they do not: whoever moves towards "Stay in the chat" would see it vanish underneath.
 */
export function useActivity(clock: Clock = systemClock): (element: HTMLElement | null) => void {
  const client = useChatClient();
  return useMemo(() => createListener(client, clock), [client, clock]);
}

function createListener(client: ChatClient, clock: Clock): (element: HTMLElement | null) => void {
  let lastMs = -Infinity;
  let heard: HTMLElement | null = null;
  const note = (): void => {
    const nowMs = clock.monotonic();
    if (nowMs - lastMs < ACTIVITY_EVERY_MS || client.getState().idle.status === 'warning') return;
    lastMs = nowMs;
    client.resetIdleTimeout();
  };
  return (element) => {
    for (const sign of SIGNS) {
      heard?.removeEventListener(sign, note);
      // Not as properties of the element: Preact's are not passive, and every scroll would wait for us.
      element?.addEventListener(sign, note, { passive: true });
    }
    heard = element;
  };
}
