import { decodeBase64Url, encodeBase64Url } from '../../../lib/index.ts';
import type { Random } from '../../../lib/index.ts';
import type { Store } from '../../storage/index.ts';
import { tables } from '../core/tables.ts';

/** The sandbox's own signing keys: made at first use, kept in the store, so links and tokens outlive a restart. */
export interface Keys {
  /** The HMAC key of a purpose. */
  hmac(purpose: KeyPurpose): Promise<CryptoKey>;
}

/** What a key signs: bearer tokens (SHA-256) or media links (SHA-512). */
export type KeyPurpose = 'token' | 'media';

/** Keys of `store`. */
export function createKeys(store: Store, random: Random): Keys {
  const cache = new Map<KeyPurpose, Promise<CryptoKey>>();
  const load = async (purpose: KeyPurpose): Promise<CryptoKey> => {
    const text = await store.transact(async (tx) => {
      const kept = await tables.secrets.get(tx, purpose);
      if (kept !== undefined) return kept;
      const made = encodeBase64Url(random.bytes(64));
      await tables.secrets.put(tx, [purpose], made);
      return made;
    });
    const hash = purpose === 'media' ? 'SHA-512' : 'SHA-256';
    const bytes = new Uint8Array(decodeBase64Url(text) ?? []);
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign', 'verify']);
  };
  return {
    hmac(purpose) {
      const held = cache.get(purpose) ?? load(purpose);
      cache.set(purpose, held);
      held.catch(() => cache.delete(purpose)); // a store that failed once may work next time
      return held;
    },
  };
}
