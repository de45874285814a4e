import type { Clock, Logger } from '../lib/index.ts';

/**
 * A list that somebody else keeps. Given as an array it stays as it is; given as a function it is read at first use and
 * again when an id is asked for that is not in it, at most once a second. A reading that fails leaves the last list in
 * force, with a warning in the log; only the first one's failure is the caller's.
 */
export function createKeptList<T extends { readonly id: string }>(options: KeptListOptions<T>): KeptList<T> {
  const { source, clock, logger } = options;
  let held: readonly T[] | undefined = typeof source === 'function' ? undefined : source;
  let reading: Promise<readonly T[]> | undefined;
  let readAtMs = -Infinity;

  async function read(from: () => Promise<readonly T[]>): Promise<readonly T[]> {
    readAtMs = clock.monotonic();
    const found = await from();
    await options.onRead?.(found);
    return (held = found);
  }

  function again(from: () => Promise<readonly T[]>): Promise<readonly T[]> {
    reading ??= read(from).finally(() => (reading = undefined));
    return reading;
  }

  async function fresh(last: readonly T[]): Promise<readonly T[]> {
    if (typeof source !== 'function') return last;
    if (!reading && clock.monotonic() - readAtMs < AT_MOST_EVERY_MS) return last;
    try {
      return await again(source);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      logger.warn('a list could not be read again; the last one stays', { detail });
      return last;
    }
  }

  const all = async (): Promise<readonly T[]> => held ?? (typeof source === 'function' ? again(source) : []);
  return {
    all,
    async find(id) {
      const last = await all();
      return withId(last, id) ?? withId(await fresh(last), id);
    },
  };
}

/** Whose list, and who wants to know. */
export interface KeptListOptions<T> {
  readonly source: readonly T[] | (() => Promise<readonly T[]>);
  readonly clock: Clock;
  readonly logger: Logger;
  /** Hears every reading before anybody else does; a reading is over when it is. */
  readonly onRead?: (entries: readonly T[]) => Promise<void> | void;
}

/** A list by id. */
export interface KeptList<T> {
  /** Rejects with what the first reading rejects with. */
  all(): Promise<readonly T[]>;
  /** Reads again before it says that there is none. */
  find(id: string): Promise<T | undefined>;
}

const AT_MOST_EVERY_MS = 1000;

function withId<T extends { readonly id: string }>(entries: readonly T[], id: string): T | undefined {
  return entries.find((each) => each.id === id);
}
