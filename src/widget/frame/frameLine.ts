import { systemRandom, uuidV4 } from '../../lib/index.ts';
import type { Clock } from '../../lib/index.ts';
import { decodeFrameMessage } from './frameMessages.ts';
import type { FrameMessage, Handshake, HostMessage } from './frameMessages.ts';

/** A frame that has not answered by then is given up: its page, its modules and a slow network are in it. */
export const ANSWER_WITHIN_MS = 15_000;

/**
 * One attempt to speak with the page in a frame that is on the page already: the handshake when it has loaded, then one port,
 * which only the frame's exact origin is given.
 */
export function createFrameLine(
  frame: HTMLIFrameElement,
  hello: Omit<Handshake, 'colloquy' | 'nonce'>,
  heard: FrameLineEvents,
  clock: Clock,
): FrameLine {
  const { port1: port, port2 } = new MessageChannel();
  const nonce = uuidV4(systemRandom);
  const { origin } = new URL(frame.src);
  let isConnected = false;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const { value: told } = { value: undefined, ...decodeFrameMessage(data) };
    if (told?.type === 'connected' && told.nonce === nonce) {
      isConnected = true;
      clock.clear(waiting);
      heard.onConnected(told.title);
    } else if (told && isConnected) heard.onTold(told);
  };
  const handshake: Handshake = { colloquy: 'connect', nonce, ...hello };
  // The frame's modules have run when it has loaded. A second load is another page, which gets no port.
  frame.addEventListener('load', () => frame.contentWindow?.postMessage(handshake, origin, [port2]), {
    once: true,
  });
  const waiting = clock.after(ANSWER_WITHIN_MS, heard.onSilent);
  return {
    say: (message) => port.postMessage(message),
    close() {
      clock.clear(waiting);
      port.close();
    },
  };
}

/** What is heard of the frame; `onSilent` where it has not answered in time. */
export interface FrameLineEvents {
  /** @param title the frame's page, in its language. */
  readonly onConnected: (title: string) => void;
  readonly onTold: (told: FrameMessage) => void;
  readonly onSilent: () => void;
}

/** See `createFrameLine`. */
export interface FrameLine {
  /** Only once it is connected. */
  readonly say: (message: HostMessage) => void;
  readonly close: () => void;
}
