import { StoreError } from '../storage/index.ts';

/** Runs a step of the database and turns its errors into `StoreError`s that say what to do. */
export function guard<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw translate(path, error);
  }
}

/** What a person reads who started a server on a damaged file. */
export function damaged(path: string, cause?: unknown): StoreError {
  const line =
    `The data file ${path} is damaged. Stop the servers, move the file away and put back a backup, ` +
    'or start without it and lose what it held (docs/deploying.md, "Back up and restore").';
  return new StoreError('corrupt', line, { cause });
}

/** Primary result codes of SQLite: https://sqlite.org/rescode.html */
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
/** Extended: the shared memory of the write-ahead log could not grow. */
const SQLITE_IOERR_SHMSIZE = 4874;

function translate(path: string, error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if ('code' in error && error.code === 'ENOSPC') return full(path, error);
  if ('code' in error && (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS')) {
    return new StoreError('unavailable', `${path} cannot be written: ${error.message}`, { cause: error });
  }
  if (!('errcode' in error) || typeof error.errcode !== 'number') return error;
  if (error.errcode === SQLITE_IOERR_SHMSIZE) return full(path, error);
  switch (error.errcode & 0xff) {
    case SQLITE_FULL:
      return full(path, error);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged(path, error);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return new StoreError('unavailable', `${path} is in use by another process.`, { cause: error });
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new StoreError('unavailable', `${path} cannot be opened for writing.`, { cause: error });
    default:
      return new StoreError('unavailable', `${path}: ${error.message}`, { cause: error });
  }
}

function full(path: string, cause: Error): StoreError {
  const line = `No room left on the disk of ${path}. Make room; the server goes on by itself.`;
  return new StoreError('full', line, { cause });
}
