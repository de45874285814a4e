/** What a store holds: plain JSON. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A row of a listing: its key and value. */
export type Row = readonly [key: string, value: Json];

/**
 * A durable, ordered map from text keys to JSON, with transactions: the one thing the servers ask of a database.
 * Keys are paths like `log/<engagement>/<sequence>`; order is that of UTF-16 code units.
 */
export interface Store {
  /**
   * Runs `work` alone: transactions of one store never interleave, and either all of its writes are kept or none.
   * Resolves after the writes are flushed to where a crash of the process cannot take them. Rejects with what
   * `work` threw (nothing was written) or with a `StoreError`.
   * `work` awaits nothing but its own transaction: a call over the network inside would hold up everybody.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Lets go of files and connections after the running transactions. */
  close(): Promise<void>;
}

/** The inside of one transaction: sees its own writes. */
export interface Transaction {
  get(key: string): Promise<Json | undefined>;
  put(key: string, value: Json): Promise<void>;
  /** Deleting what is not there is fine. */
  delete(key: string): Promise<void>;
  /** Rows whose key begins with `prefix`, in order of key. */
  list(range: ListRange): Promise<readonly Row[]>;
}

/** Which rows of a listing: all bounds apply together; `after` and `before` exclude the key they name. */
export interface ListRange {
  readonly prefix: string;
  /** Only keys greater than this whole key. */
  readonly after?: string;
  /** Only keys smaller than this whole key. */
  readonly before?: string;
  /** At most so many rows; default all. */
  readonly limit?: number;
  /** From the last key backwards. */
  readonly reverse?: boolean;
}

/** `full`: no room on the disk. `corrupt`: the file is no store of ours. `unavailable`: try again later. */
export type StoreErrorCode = 'full' | 'corrupt' | 'unavailable';

/** The store itself failed; what was running has written nothing. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A number as a key part that sorts as the number does: twelve digits, 0 to 999,999,999,999. */
export function sortable(value: number): string {
  return String(value).padStart(12, '0');
}
