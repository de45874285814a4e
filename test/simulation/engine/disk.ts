import {
  createMemoryStore,
  StoreError,
  type Json,
  type Store,
  type Transaction,
} from '../../../src/server/storage/index.ts';
import type { Random } from '../../../src/lib/index.ts';
import type { Process } from './process.ts';
import type { Schedule } from './schedule.ts';

/** What a disk may do to whoever uses it; chances are 0 to 1. */
export interface DiskFaults {
  /** A transaction fails, and has written nothing. */
  readonly error: number;
  /** The process dies while it flushes: a torn write, which the next start drops. */
  readonly torn: number;
  /** The process dies between the flush and the word that it is done. */
  readonly killAfterFlush: number;
  /** A flush takes up to so much longer. */
  readonly slowMs: number;
}

/** A disk that works. */
export const SOUND: DiskFaults = { error: 0, torn: 0, killAfterFlush: 0, slowMs: 0 };

/** Within one step nobody opens so many transactions, unless without end. */
const MOST_IN_ONE_STEP = 5000;

/** Who is told what is flushed, in order. */
export type OnFlush = (changes: readonly (readonly [key: string, value: Json | undefined])[]) => void;

/** Rows that outlive their processes. Writing takes time, and during it nothing is promised. */
export class Disk {
  faults: DiskFaults = SOUND;
  readonly rows: Store = createMemoryStore();
  /** Asked for when the process on it must die. */
  onKill: () => void = () => undefined;
  /** Told of who reads on and on without waiting for anything (G13); that reader is answered no more, or time would stand still. */
  onEndless: () => void = () => undefined;
  private inStep = { step: 0, count: 0 };
  private readonly schedule: Schedule;
  private readonly random: Random;
  private readonly onFlush: OnFlush;

  constructor(schedule: Schedule, random: Random, onFlush: OnFlush = () => undefined) {
    this.schedule = schedule;
    this.random = random;
    this.onFlush = onFlush;
  }

  /** The store as one process holds it: when the process is dead, nothing it began is answered. */
  heldBy(process: Process): Store {
    return {
      transact: (work) =>
        new Promise((resolve, reject) => {
          if (!process.alive || this.isEndless()) return;
          if (this.happens(this.faults.error))
            return reject(new StoreError('unavailable', 'The disk failed'));
          this.rows
            .transact((rows) => this.run(process, rows, work))
            .then(
              (result) => process.alive && resolve(result),
              (cause: Error) => process.alive && reject(cause),
            );
        }),
      close: () => Promise.resolve(),
    };
  }

  private isEndless(): boolean {
    const { steps } = this.schedule;
    if (this.inStep.step !== steps) this.inStep = { step: steps, count: 0 };
    this.inStep.count += 1;
    if (this.inStep.count <= MOST_IN_ONE_STEP) return false;
    this.onEndless();
    return true;
  }

  private async run<T>(
    process: Process,
    rows: Transaction,
    work: (rows: Transaction) => Promise<T>,
  ): Promise<T> {
    if (!process.alive) throw DEAD;
    const changes: (readonly [string, Json | undefined])[] = [];
    const result = await work({
      get: rows.get,
      list: rows.list,
      put(key, value) {
        changes.push([key, value]);
        return rows.put(key, value);
      },
      delete(key) {
        changes.push([key, undefined]);
        return rows.delete(key);
      },
    });
    if (changes.length > 0) await this.flush(process, changes);
    return result;
  }

  /** Until the flush is done, a death takes everything back. */
  private async flush(process: Process, changes: Parameters<OnFlush>[0]): Promise<void> {
    const isTorn = await new Promise<boolean>((resolve) => {
      const flushed = (): void => {
        const tears = this.happens(this.faults.torn);
        if (tears) this.onKill();
        resolve(tears);
      };
      this.schedule.plan(
        0.2 + this.random.next() * (3 + this.faults.slowMs),
        process,
        `flushes ${changes.length} rows`,
        flushed,
        () => resolve(true),
      );
    });
    if (isTorn || !process.alive) throw DEAD;
    this.onFlush(changes);
    if (this.happens(this.faults.killAfterFlush)) this.onKill();
  }

  private happens(chance: number): boolean {
    return chance > 0 && this.random.next() < chance;
  }
}

const DEAD = new Error('The process has died');
