import type { Unsubscribe } from '../../../lib/index.ts';
import type { Signal } from '../../../protocol/index.ts';

/** News of a log within this process: something was appended (`undefined`), or a signal passed by. */
export type News = Signal | undefined;

/** Tells listeners in this process that a log has grown. A nudge says where to look, never what is there. */
export interface Bus {
  listen(log: string, listener: (news: News) => void): Unsubscribe;
  nudge(log: string): void;
  signal(log: string, signal: Signal): void;
}

/** Reaches this process only; a listener that missed a nudge finds the entries at its next heartbeat. */
export function createBus(): Bus {
  const byLog = new Map<string, Set<(news: News) => void>>();
  const tell = (log: string, news: News): void => {
    for (const listener of byLog.get(log) ?? []) listener(news);
  };
  return {
    listen(log, listener) {
      const own = (news: News): void => listener(news);
      const listeners = byLog.get(log) ?? new Set();
      byLog.set(log, listeners.add(own));
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && byLog.get(log) === listeners) byLog.delete(log);
      };
    },
    nudge: (log) => tell(log, undefined),
    signal: tell,
  };
}
