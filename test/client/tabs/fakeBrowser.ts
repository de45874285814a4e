import type {
  ClientSocket,
  ClientStorage,
  ClientWorld,
  KeptRecords,
  TabLockListener,
} from '../../../src/client/index.ts';
import type { Clock } from '../../../src/lib/index.ts';
import { createFakeHints, type Hint } from '../fakeHints.ts';

type Outside = Pick<ClientWorld, 'clock' | 'fetch' | 'openSocket'>;

/** One profile of a browser: locks, channels, records and storage that its tabs share. Everything is told one turn later. */
export interface FakeBrowser {
  tab(isVisible?: boolean): FakeTab;
  readonly records: Map<string, unknown>;
  /** Everything that tabs have said to each other. */
  readonly said: readonly unknown[];
  /** Refuses writes from now on, with this fault; undefined takes it back. */
  refuseRecords(fault: Error | undefined): void;
  /** Whether locks exist in this browser. */
  readonly hasLocks: boolean;
}

/** One tab: a world for one client, and what a browser can do to it. */
export interface FakeTab {
  readonly world: Omit<ClientWorld, 'random' | 'logger'>;
  show(): void;
  hide(): void;
  /** The page goes: the client is told, and may come back by `restore`. */
  leave(): void;
  restore(): void;
  /** The process dies: nothing more is done or heard here. Its locks are free. */
  kill(): void;
  /** Nothing runs here until `thaw`; the locks stay in its hand. */
  freeze(): void;
  thaw(): void;
}

interface Waiter extends TabLockListener {
  readonly run: (task: () => void) => void;
}

/** @param outside the road to the far end, and the time. */
export function createFakeBrowser(outside: Outside, { hasLocks = true } = {}): FakeBrowser {
  const records = new Map<string, unknown>();
  const said: unknown[] = [];
  const storage = new Map<string, string>();
  const lines = new Map<string, Waiter[]>();
  const listeners = new Set<{ name: string; hear: (message: unknown) => void }>();
  let refusal: Error | undefined;
  let writes: Promise<unknown> = Promise.resolve();

  const shared: ClientStorage = {
    get: (key) => storage.get(key) ?? null,
    set: (key, value) => void storage.set(key, value),
    remove: (key) => void storage.delete(key),
  };
  const grant = (name: string): void => {
    const first = lines.get(name)?.[0];
    first?.run(() => {
      if (lines.get(name)?.[0] === first) first.onHeld();
    });
  };
  const request = (name: string, waiter: Waiter, steals: boolean): (() => void) => {
    const line = lines.get(name) ?? [];
    lines.set(name, line);
    if (steals) {
      const [holder] = line.splice(0, 1, waiter);
      holder?.run(() => holder.onLost());
      grant(name);
    } else if (line.push(waiter) === 1) grant(name);
    return () => {
      const at = line.indexOf(waiter);
      if (at >= 0) line.splice(at, 1);
      if (at === 0) grant(name);
    };
  };

  const open = (run: Waiter['run']): KeptRecords => ({
    change: (keys, decide) =>
      new Promise((resolve, reject) => {
        // One transaction after the other, whoever began it.
        writes = writes.then(() => {
          if (refusal) return run(() => reject(refusal));
          try {
            const { writes: wanted, answer } = decide(keys.map((key) => records.get(key)));
            for (const [key, value] of Object.entries(wanted))
              if (value === undefined) records.delete(key);
              else records.set(key, value);
            run(() => resolve(answer));
          } catch (fault) {
            run(() => reject(fault));
          }
        });
      }),
    list: async (prefix) => [...records].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value),
    close: () => undefined,
  });

  const tab = (startsVisible = true): FakeTab => {
    let state: 'runs' | 'frozen' | 'dead' = 'runs';
    let isVisible = startsVisible;
    const waiting: (() => void)[] = [];
    const releases = new Set<() => void>();
    const sockets = new Set<ClientSocket>();
    const hints = createFakeHints(() => isVisible);
    const run = (task: () => void): void =>
      queueMicrotask(() => {
        if (state === 'runs') task();
        else if (state === 'frozen') waiting.push(task);
      });
    const now = (task: () => void): void => {
      if (state === 'runs') task();
      else if (state === 'frozen') waiting.push(task);
    };
    const tell = (hint: Hint): void => {
      hints.tell(hint);
    };
    const clock: Clock = {
      ...outside.clock,
      after: (delayMs, task) => outside.clock.after(delayMs, () => now(task)),
    };
    return {
      world: {
        clock,
        storage: shared,
        fetch: (asked) =>
          new Promise((resolve, reject) => {
            if (state !== 'runs') return;
            outside.fetch(asked).then(
              (response) => now(() => resolve(response)),
              (fault: unknown) => now(() => reject(fault)),
            );
          }),
        openSocket(url) {
          const socket = outside.openSocket(url);
          sockets.add(socket);
          return socket;
        },
        hints: hints.hints,
        openRecords: async () => {
          if (refusal) throw refusal;
          return open(run);
        },
        ...(hasLocks && {
          locks: {
            request(name, listener, steals = false) {
              const release = request(name, { ...listener, run }, steals);
              releases.add(release);
              return release;
            },
          },
        }),
        openChannel(name, onMessage) {
          const own = { name, hear: (message: unknown) => run(() => onMessage(structuredClone(message))) };
          listeners.add(own);
          return {
            post(message) {
              said.push(message);
              if (state === 'runs')
                for (const other of listeners) if (other !== own && other.name === name) other.hear(message);
            },
            close: () => void listeners.delete(own),
          };
        },
      },
      show() {
        isVisible = true;
        tell('visible');
      },
      hide() {
        isVisible = false;
        tell('hidden');
      },
      leave: () => tell('leaving'),
      restore: () => tell('restored'),
      kill() {
        state = 'dead';
        for (const socket of sockets) socket.close();
        for (const release of releases) release();
      },
      freeze: () => void (state = 'frozen'),
      thaw() {
        state = 'runs';
        for (const task of waiting.splice(0)) task();
      },
    };
  };

  return { tab, records, said, refuseRecords: (fault) => void (refusal = fault), hasLocks };
}
