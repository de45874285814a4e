import type { KeptRecords, OpenTabChannel, TabLockListener, TabLocks } from '../../../src/client/index.ts';
import type { Random } from '../../../src/lib/index.ts';
import { Process } from '../engine/process.ts';
import type { Schedule } from '../engine/schedule.ts';
import { lightClone } from '../platform/lightClone.ts';

interface Waiting {
  readonly process: Process;
  readonly listener: TabLockListener;
  isOver: boolean;
}

/** What the tabs of one browser share: storage, records on a disk, locks and channels. It outlives them. */
export class Profile {
  readonly kept = new Map<string, string>();
  private busyUntilMs = 0;
  private records = new Map<string, unknown>();
  private readonly locks = new Map<string, Waiting[]>();
  private readonly channels = new Map<
    string,
    Set<{ process: Process; onMessage: (message: unknown) => void }>
  >();
  private readonly self: Process;
  private readonly schedule: Schedule;
  private readonly random: Random;

  constructor(name: string, schedule: Schedule, random: Random) {
    this.schedule = schedule;
    this.random = random;
    this.self = new Process(`${name}'s browser`);
  }

  /** The browser makes room. */
  evict(): void {
    this.kept.clear();
    this.records = new Map();
  }

  openRecordsFor(process: Process): () => Promise<KeptRecords> {
    const later = <T>(label: string, work: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        // Transactions over the same records run in the order in which they were made.
        this.busyUntilMs = Math.max(this.busyUntilMs, this.schedule.nowMs) + 0.5 + this.random.next() * 4;
        this.schedule.plan(this.busyUntilMs - this.schedule.nowMs, process, label, () => {
          try {
            resolve(work());
          } catch (fault) {
            reject(fault instanceof Error ? fault : new Error('The records failed'));
          }
        });
      });
    const table: KeptRecords = {
      change: (keys, decide) =>
        later('keeps records', () => {
          const { writes, answer } = decide(keys.map((key) => lightClone(this.records.get(key))));
          for (const [key, value] of Object.entries(writes)) {
            if (value === undefined) this.records.delete(key);
            else this.records.set(key, lightClone(value));
          }
          return answer;
        }),
      list: (prefix) =>
        later('reads records', () =>
          [...this.records.keys()]
            .filter((key) => key.startsWith(prefix))
            .sort()
            .map((key) => lightClone(this.records.get(key))),
        ),
      close: () => undefined,
    };
    return () => later('opens its records', () => table);
  }

  locksFor(process: Process): TabLocks {
    return {
      request: (name, listener, steals = false) => {
        const line = this.locks.get(name) ?? [];
        this.locks.set(name, line);
        const waiting: Waiting = { process, listener, isOver: false };
        const leave = (): void => this.leave(name, waiting);
        process.onDeath.add(leave);
        const [holder] = line;
        if (steals && holder) {
          holder.isOver = true;
          line.shift();
          this.tell(holder.process, 'loses the lock', () => holder.listener.onLost());
          line.unshift(waiting);
          this.grant(name);
        } else {
          line.push(waiting);
          if (line.length === 1) this.grant(name);
        }
        return () => {
          process.onDeath.delete(leave);
          leave();
        };
      },
    };
  }

  channelFor(process: Process): OpenTabChannel {
    return (name, onMessage) => {
      const members = this.channels.get(name) ?? new Set();
      const own = { process, onMessage };
      this.channels.set(name, members.add(own));
      process.onDeath.add(() => members.delete(own));
      return {
        post: (message) => {
          if (!process.alive) return;
          const others = [...members].filter((other) => other !== own);
          const copy: unknown = others.length > 0 ? lightClone(message) : undefined;
          for (const other of others)
            this.tell(other.process, 'hears another tab', () => members.has(other) && other.onMessage(copy));
        },
        close: () => void members.delete(own),
      };
    };
  }

  private leave(name: string, waiting: Waiting): void {
    if (waiting.isOver) return;
    waiting.isOver = true;
    const line = this.locks.get(name) ?? [];
    const at = line.indexOf(waiting);
    if (at >= 0) line.splice(at, 1);
    if (at === 0) this.grant(name);
  }

  private grant(name: string): void {
    const next = this.locks.get(name)?.[0];
    if (next) this.tell(next.process, 'holds the lock', () => next.isOver || next.listener.onHeld());
  }

  /** Messages of one browser keep their order: a page hears them one after the other, half a millisecond later. */
  private tell(process: Process, label: string, work: () => void): void {
    if (this.self.alive) this.schedule.plan(0.5, process, label, work);
  }
}
