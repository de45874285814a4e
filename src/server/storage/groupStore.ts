import { StoreError, type Store, type Transaction } from './store.ts';

/**
 * A store over an engine that is slow to flush and quick otherwise: the transactions that wait at one moment run one after
 * the other and share one flush (group commit). Nobody is answered before it, also not those that failed: what made them
 * fail may be a write that is not flushed yet.
 */
export function createGroupStore(engine: GroupEngine): Store {
  const waiting: Job[] = [];
  let draining: Promise<void> | undefined;
  let closing: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) await runGroup(engine, waiting);
    draining = undefined;
  }

  return {
    transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
      if (closing) return Promise.reject(new StoreError('unavailable', 'the store is closed'));
      if (engine.isStuck?.())
        return Promise.reject(new StoreError('unavailable', 'the store waits for its database'));
      return new Promise<T>((resolve, reject) => {
        waiting.push({
          async run() {
            const outcome = await engine.attempt(work);
            return () => (outcome.ok ? resolve(outcome.value) : reject(outcome.error));
          },
          reject,
        });
        draining ??= Promise.resolve().then(drain);
      });
    },
    close() {
      if (closing) return closing;
      engine.stopWaiting?.();
      closing = (draining ?? Promise.resolve()).then(() => engine.close());
      return closing;
    },
  };
}

/** What a group store asks of a database. Calls never overlap. */
export interface GroupEngine {
  /** Opens a group. Throws a StoreError when there cannot be one now; whoever waits is refused with it. */
  begin(): Promise<void>;
  /** Runs one transaction inside the group; when it fails, its own writes are undone. Throws when the group itself is lost. */
  attempt<T>(work: (transaction: Transaction) => Promise<T>): Promise<Outcome<T>>;
  /** Lets go of the processor once: whoever is at the door comes in, and may join the group. */
  gather(): Promise<void>;
  /** Flushes the group. When it throws, nothing of the group was written. */
  commit(): Promise<void>;
  /** Undoes what is left of a group that was lost. Never throws. */
  abandon(): Promise<void>;
  /** While it says so nobody new is let in: a database that is away must not pile up those who ask. */
  isStuck?(): boolean;
  /** The store is about to be closed: whatever waits for the database to come back gives up. */
  stopWaiting?(): void;
  close(): Promise<void> | void;
  /** For tests of crashes: called when a group has run and is not flushed, and when it is flushed and nobody was told. */
  readonly onPoint?: ((point: CommitPoint) => void) | undefined;
}

/** A moment of a commit at which a crash is worth trying. */
export type CommitPoint = 'before-flush' | 'after-flush';

/** How the work of one transaction ended. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

interface Job {
  /** Runs the transaction; what it gives back tells its caller. */
  run(): Promise<() => void>;
  reject(error: unknown): void;
}

/** Keeps the first of a group from waiting too long for its answer. */
const MAX_GROUP = 64;
/**
 * So many transactions run before the processor is let go. Node takes one new connection each time (libuv since 1.45): a
 * store that is asked without end, as when a crowd is back and all of it reads, must not keep others before the door.
 */
const AT_A_STRETCH = 4;

async function runGroup(engine: GroupEngine, waiting: Job[]): Promise<void> {
  const members: Job[] = [];
  const answers: (() => void)[] = [];
  try {
    await engine.begin();
    let gathered = false;
    while (members.length < MAX_GROUP) {
      const job = waiting.shift();
      if (job) {
        members.push(job);
        answers.push(await job.run());
        if (members.length % AT_A_STRETCH === 0) await engine.gather();
      } else if (gathered) break;
      else {
        gathered = true;
        await engine.gather();
      }
    }
    engine.onPoint?.('before-flush');
    await engine.commit();
    engine.onPoint?.('after-flush');
  } catch (error) {
    await engine.abandon();
    // A group that could not begin has no members yet: those that wait for it are refused.
    for (const job of members.length > 0 ? members : waiting.splice(0)) job.reject(error);
    return;
  }
  for (const answer of answers) answer();
}
