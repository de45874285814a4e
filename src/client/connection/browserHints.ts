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
      const shown = (event: PageTransitionEvent): void => {
        if (event.persisted) listener('restored');
      };
      const leaving = (): void => listener('leaving');
      window.addEventListener('online', online);
      window.addEventListener('offline', offline);
      window.addEventListener('pageshow', shown);
      window.addEventListener('pagehide', leaving);
      document.addEventListener('visibilitychange', visibility);
      return () => {
        window.removeEventListener('online', online);
        window.removeEventListener('offline', offline);
        window.removeEventListener('pageshow', shown);
        window.removeEventListener('pagehide', leaving);
        document.removeEventListener('visibilitychange', visibility);
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
