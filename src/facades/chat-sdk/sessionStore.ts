import type { ClientStorage } from '../../client/index.ts';
import type { WarningCode } from './acsException.ts';

/** The Session Storage key of the vendor's SDK: pages that clear it to begin anew go on to do so. */
export const SESSION_KEY = 'ccaasClientSessionId';

/**
 * Keeps the one session of a page in its Session Storage, whatever the client calls it. A storage that refuses is warned of
 * (ACS-212, ACS-213) and costs the resume after a reload, nothing else.
 */
export function createSessionStore(
  open: () => PageStorage | undefined,
  warn: (code: WarningCode) => void,
): ClientStorage {
  const attempt = <T>(work: (storage: PageStorage) => T, code: WarningCode): T | undefined => {
    try {
      const storage = open();
      return storage && work(storage);
    } catch {
      warn(code);
      return undefined;
    }
  };
  return {
    get: () => attempt((storage) => storage.getItem(SESSION_KEY), 'ACS-212') ?? null,
    set: (_key, value) => attempt((storage) => storage.setItem(SESSION_KEY, value), 'ACS-213'),
    remove: () => attempt((storage) => storage.removeItem(SESSION_KEY), 'ACS-213'),
  };
}

/** The members of `Storage` that are used. */
export type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
