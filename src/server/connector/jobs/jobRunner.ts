import {
  backoffMs,
  retryAfterMs,
  SERVER_CAP_MS,
  type Clock,
  type Logger,
  type Random,
} from '../../../lib/index.ts';
import type { Store } from '../../storage/index.ts';
import { keys } from '../keys.ts';
import { decodeStored, toRow } from '../storedRow.ts';
import { createLanes } from './lanes.ts';
import { decodeJobRecord, type JobRecord, type JobTask } from './jobRecord.ts';

/** Does the recorded jobs: one at a time per lane, in order, each until it is settled. */
export interface JobRunner {
  /** Something was put into this lane, or what it waited for has happened. */
  kick(lane: string): void;
  /** Takes up what an earlier process left. */
  start(): Promise<void>;
  /** Begins no further job; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/**
 * What a job's doing came to. `settled`: the job is done with and its effects are written, the job row included.
 * `again`: it certainly had no effect; later. `hold`: not yet its time.
 */
export type JobResult =
  | { readonly kind: 'settled' }
  | { readonly kind: 'again'; readonly retryAfterMs?: number }
  | { readonly kind: 'hold'; readonly forMs: number };

/** Does one kind of job. `jobKey` is the row to delete in the very transaction that writes the effects. */
export type JobWork = (task: JobTask, job: JobAt) => Promise<JobResult>;

/** The job being done: its row, and the record as it was read at the beginning of the turn. */
export interface JobAt {
  readonly jobKey: string;
  readonly record: JobRecord;
  /** Marks the row "a call began", flushed, before anything leaves this process. */
  begin(): Promise<void>;
}

/** `work` is called for one job of a lane at a time; when it rejects, the job stays and is tried again after 5 s. */
export function createJobRunner(world: JobWorld, work: JobWork): JobRunner {
  const { store, clock, random, logger } = world;

  async function first(lane: string): Promise<{ key: string; record: JobRecord } | undefined> {
    const [row] = await store.transact((rows) => rows.list({ prefix: keys.lane(lane), limit: 1 }));
    return row && { key: row[0], record: decodeStored(row[0], row[1], decodeJobRecord) };
  }

  const save = (key: string, record: JobRecord): Promise<void> =>
    store.transact((rows) => rows.put(key, toRow(record)));

  async function turn(lane: string): Promise<number | undefined> {
    const job = await first(lane);
    if (!job) return undefined;
    const { key: jobKey, record } = job;
    if (record.dueAtMs > clock.now()) return record.dueAtMs - clock.now();
    const begin = (): Promise<void> => save(jobKey, { ...record, state: 'sending' });
    const result = await work(record.task, { jobKey, record, begin });
    if (result.kind === 'settled') return 0;
    if (result.kind === 'hold') return result.forMs;
    const waitMs =
      result.retryAfterMs === undefined
        ? backoffMs(record.attempts, random.next, SERVER_CAP_MS)
        : Math.max(MIN_RETRY_MS, retryAfterMs(result.retryAfterMs / 1000, random.next));
    const attempts = record.attempts + 1;
    await save(jobKey, { ...record, state: 'waiting', attempts, dueAtMs: clock.now() + waitMs });
    return waitMs;
  }

  const lanes = createLanes(clock, (lane) =>
    turn(lane).catch((error: unknown) => {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
      logger.error('a job failed by a fault of ours; later again', { lane, error: text });
      return FAULT_WAIT_MS;
    }),
  );
  return {
    kick: lanes.kick,
    async start() {
      const rows = await store.transact((transaction) => transaction.list({ prefix: keys.jobs }));
      for (const lane of new Set(rows.map(([key]) => key.split('/')[1] ?? ''))) lanes.kick(lane);
    },
    stop: lanes.stop,
  };
}

/** What the runner needs of the world; jobs are read from `store` each time, never kept in memory. */
export interface JobWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

const MIN_RETRY_MS = 100;
const FAULT_WAIT_MS = 5000;
