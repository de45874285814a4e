import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ClientWorld, KeptRecords, TabLockListener } from '../../../src/client/index.ts';

/** A browser's profile in memory: what its tabs share, so that two clients on this page are two tabs of one browser. */
export function createProfile(): Profile {
  const records = new Map<string, unknown>();
  const lines = new Map<string, Waiter[]>();
  const ears = new Set<Ear>();

  const grant = (name: string): void => {
    const first = lines.get(name)?.[0];
    queueMicrotask(() => {
      if (!first || lines.get(name)?.[0] !== first) return;
      first.leads.setState(true, true);
      first.listener.onHeld();
    });
  };
  const leave = (name: string, waiter: Waiter): void => {
    const line = lines.get(name) ?? [];
    const at = line.indexOf(waiter);
    if (at < 0) return;
    line.splice(at, 1);
    waiter.leads.setState(false, true);
    if (at === 0) grant(name);
  };
  const table: KeptRecords = {
    async change(keys, decide) {
      const { writes, answer } = decide(keys.map((key) => structuredClone(records.get(key))));
      for (const [key, value] of Object.entries(writes))
        if (value === undefined) records.delete(key);
        else records.set(key, structuredClone(value));
      return answer;
    },
    list: async (prefix) =>
      [...records].filter(([key]) => key.startsWith(prefix)).map(([, value]) => structuredClone(value)),
    close: () => undefined,
  };

  return {
    tab() {
      const leads = createStore(() => false);
      const releases = new Set<() => void>();
      let isDead = false;
      return {
        leads,
        crash() {
          isDead = true;
          for (const release of releases) release();
        },
        world: {
          openRecords: async () => table,
          locks: {
            request(name, listener, steals = false) {
              if (isDead) return () => undefined;
              const line = lines.get(name) ?? [];
              const waiter: Waiter = { leads, listener };
              const release = (): void => leave(name, waiter);
              const [holder] = line;
              lines.set(name, steals ? [waiter, ...line.slice(1)] : [...line, waiter]);
              releases.add(release);
              if (steals && holder) {
                holder.leads.setState(false, true);
                queueMicrotask(() => holder.listener.onLost());
              }
              if (steals || !holder) grant(name);
              return release;
            },
          },
          openChannel(name, onMessage) {
            const own: Ear = { name, hear: (message) => void (isDead || onMessage(message)) };
            ears.add(own);
            releases.add(() => ears.delete(own));
            return {
              post(message) {
                if (isDead) return;
                for (const ear of ears)
                  if (ear !== own && ear.name === name)
                    queueMicrotask(() => ear.hear(structuredClone(message)));
              },
              close: () => void ears.delete(own),
            };
          },
        },
      };
    },
  };
}

/** See `createProfile`. */
export interface Profile {
  readonly tab: () => ProfileTab;
}

/** One tab's share of it. */
export interface ProfileTab {
  readonly world: Required<Pick<ClientWorld, 'openRecords' | 'locks' | 'openChannel'>>;
  /** Whether this tab holds the lock, and with it the line for all. */
  readonly leads: StoreApi<boolean>;
  /** The tab dies without a word: its locks are free, nobody hears it any more. */
  readonly crash: () => void;
}

interface Waiter {
  readonly leads: StoreApi<boolean>;
  readonly listener: TabLockListener;
}

interface Ear {
  readonly name: string;
  readonly hear: (message: unknown) => void;
}
