import { createLogger, systemClock, systemRandom } from '../lib/index.ts';
import type { ClientSocket, ClientStorage, ClientWorld } from './chatClient.ts';
import { browserHints } from './connection/browserHints.ts';

/**
 * The platform's own world, with what the caller gave in its place, of one who stands alone: what is not given of records,
 * locks and channel is not there. Nothing is touched before it is needed.
 */
export function worldWith(given: Partial<ClientWorld> = {}): ClientWorld {
  return platformWith({
    logger: createLogger('WARN', (level, text, fields) => {
      // The console is the only place that a page without a logger of its own has.
      console[level === 'ERROR' ? 'error' : 'warn'](`[colloquy] ${text}`, fields);
    }),
    ...given,
    storage: given.storage ?? pageStorage(),
  });
}

/** The same for one who brings a logger and a storage. */
export function platformWith(given: GivenWorld): ClientWorld {
  return {
    clock: systemClock,
    random: systemRandom,
    fetch: (request) => fetch(request),
    openSocket,
    ...given,
    hints: given.hints ?? browserHints(),
  };
}

/** A world that is complete but for what the platform has. */
export type GivenWorld = Partial<ClientWorld> & Pick<ClientWorld, 'logger' | 'storage'>;

function openSocket(url: string): ClientSocket {
  const socket = new WebSocket(url);
  const own: ClientSocket = {
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
  };
  socket.onopen = () => own.onopen?.();
  socket.onmessage = ({ data }: MessageEvent<unknown>) => own.onmessage?.({ data });
  socket.onclose = ({ code, reason }) => own.onclose?.({ code, reason });
  socket.onerror = () => own.onerror?.();
  return own;
}

/** `localStorage`, as far as it lets itself be used; a page without one keeps nothing. */
function pageStorage(): ClientStorage {
  const storage = (): Storage | undefined => (typeof localStorage === 'undefined' ? undefined : localStorage);
  return {
    get: (key) => storage()?.getItem(key) ?? null,
    set: (key, value) => storage()?.setItem(key, value),
    remove: (key) => storage()?.removeItem(key),
  };
}
