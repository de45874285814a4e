import type { Clock, Random } from '../../../lib/index.ts';
import type { Store, Transaction } from '../../storage/index.ts';
import type { Bus } from './bus.ts';

/** One transaction of the connector: the store's, and what is to happen once it is flushed. */
export interface Unit {
  readonly rows: Transaction;
  readonly clock: Clock;
  readonly random: Random;
  /** Wall time of the beginning, milliseconds: one for all rows of this unit. */
  readonly nowMs: number;
  /** The log has grown: its listeners are told after the commit. */
  touch(log: string): void;
  /** Runs after the commit, in order. Nothing runs when the transaction fails. */
  afterCommit(task: () => void): void;
}

/** What a unit is made from; every `Connector` is one. */
export interface UnitSource {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly bus: Bus;
}

/** Runs `work` in one transaction, then nudges and runs what it left for after the commit. */
export async function inUnit<T>(source: UnitSource, work: (unit: Unit) => Promise<T>): Promise<T> {
  const { store, clock, random, bus } = source;
  const touched = new Set<string>();
  const tasks: (() => void)[] = [];
  const result = await store.transact((rows) => {
    touched.clear();
    tasks.length = 0;
    return work({
      rows,
      clock,
      random,
      nowMs: clock.now(),
      touch: (log) => void touched.add(log),
      afterCommit: (task) => void tasks.push(task),
    });
  });
  for (const task of tasks) task();
  for (const log of touched) bus.nudge(log);
  return result;
}
