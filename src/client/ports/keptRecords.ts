/**
 * A small table of records that outlives the page: the port to IndexedDB, and the place where a test tears a write.
 * It knows nothing of messages.
 */
export interface KeptRecords {
  /**
   * Reads the records of `keys`, asks `decide` once what to write, and writes it: one transaction, all or nothing, on the
   * disk when it resolves. An undefined value erases. Rejects where the store refuses, or with what `decide` throws.
   */
  change<T>(keys: readonly string[], decide: (found: readonly unknown[]) => RecordChange<T>): Promise<T>;
  /** All records whose key begins with `prefix`, in order of their keys. */
  list(prefix: string): Promise<readonly unknown[]>;
  /** Lets go of it. */
  close(): void;
}

/** What becomes of a transaction. */
export interface RecordChange<T> {
  readonly writes: Readonly<Record<string, unknown>>;
  readonly answer: T;
}

/** Opens the table. Rejects where the page may not keep anything. */
export type OpenRecords = () => Promise<KeptRecords>;
