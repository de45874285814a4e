import { StoreError } from '../storage/index.ts';

/** Turns what the driver threw into a `StoreError` that says what to do. Never holds the address: it may have a password. */
export function translateError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const cause = error instanceof Error ? error : new Error(String(error));
  const state = sqlState(error) ?? '';
  if (state === DISK_FULL) {
    const line = 'No room left on the disk of the database. Make room; the server goes on by itself.';
    return new StoreError('full', line, { cause });
  }
  if (state === DATA_CORRUPTED || state === INDEX_CORRUPTED)
    return new StoreError('corrupt', `The database is damaged; put back a backup: ${cause.message}`, {
      cause,
    });
  if (state === '' || isConnectionLost(state))
    return new StoreError('unavailable', `The database cannot be reached: ${cause.message}`, { cause });
  return new StoreError('unavailable', `The database refused: ${cause.message} (${state})`, { cause });
}

/** Whether a statement that failed like this may have been carried out all the same: the line broke before its answer. */
export function isOutcomeUnknown(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined || isConnectionLost(state);
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DISK_FULL = '53100';
const DATA_CORRUPTED = 'XX001';
const INDEX_CORRUPTED = 'XX002';
/** Classes "connection exception" and "operator intervention" (shutdown, crash of another process, start-up). */
const isConnectionLost = (state: string): boolean => state.startsWith('08') || state.startsWith('57P');

function sqlState(error: unknown): string | undefined {
  // The driver's own errors have codes like ECONNREFUSED: SQL states are five digits and capitals.
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^[0-9A-Z]{5}$/.test(error.code) && /\d/.test(error.code) ? error.code : undefined;
}
