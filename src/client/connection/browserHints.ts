import type { BrowserHints } from '../chatClient.ts';

/** The only file that listens to the window. Where there is none, there are no hints. */
export function browserHints(): BrowserHints {
  if (typeof document === 'undefined' || typeof window === 'undefined') return noHints;
  return {
    visible: () => document.visibilityState !== 'hidden',
    online: () => navigator.onLine,
    subscribe(listener) {
      const online = (): void => listener('online');
      const offline = (): void => listener('offline');
      const visibility = (): void => listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible');
      const shown = (event: Event): void => {
        if ('persisted' in event && event.persisted) listener('restored');
      };
      const leaving = (): void => listener('leaving');
      const heard = [
        [window, 'online', online],
        [window, 'offline', offline],
        [window, 'pageshow', shown],
        [window, 'pagehide', leaving],
        [document, 'visibilitychange', visibility],
      ] as const;
      for (const [target, name, hear] of heard) target.addEventListener(name, hear);
      return () => {
        for (const [target, name, hear] of heard) target.removeEventListener(name, hear);
      };
    },
  };
}

/** Always visible, always online, never a hint. */
export const noHints: BrowserHints = {
  visible: () => true,
  online: () => true,
  subscribe: () => () => undefined,
};
