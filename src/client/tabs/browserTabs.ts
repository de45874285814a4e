import type { OpenTabChannel, TabLocks } from '../ports/tabPorts.ts';

/** Web Locks, on pages that have them (https and loopback); undefined elsewhere. */
export function browserLocks(): TabLocks | undefined {
  if (typeof document === 'undefined' || !navigator.locks) return undefined;
  return {
    request(name, { onHeld, onLost, onRefused }, steals = false) {
      const controller = new AbortController();
      let isOver = false;
      let release: (() => void) | undefined;
      const hold = (): Promise<void> =>
        new Promise((resolve) => {
          release = resolve;
          if (isOver) resolve();
          else onHeld();
        });
      // A signal and `steal` do not go together.
      navigator.locks
        .request(name, steals ? { steal: true } : { signal: controller.signal }, hold)
        .catch((fault: unknown) => {
          if (isOver) return;
          if (fault instanceof DOMException && fault.name === 'AbortError') onLost();
          else onRefused();
        });
      return () => {
        isOver = true;
        controller.abort();
        release?.();
      };
    },
  };
}

/** The page's BroadcastChannel; undefined where there is none. */
export function browserChannel(): OpenTabChannel | undefined {
  if (typeof document === 'undefined' || typeof BroadcastChannel === 'undefined') return undefined;
  return (name, onMessage) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
    return { post: (message) => channel.postMessage(message), close: () => channel.close() };
  };
}
