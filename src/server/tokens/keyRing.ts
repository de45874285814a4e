import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { decode, uuidV4, type Clock, type Decoder, type Random } from '../../lib/index.ts';
import { CUSTOMER_TOKEN_TYPE } from '../http/index.ts';
import { StoreError, type Store } from '../storage/index.ts';

/** The algorithm of our signatures, one for a server. ES256 unless something that verifies asks for RS256. */
export type SignatureAlgorithm = 'ES256' | 'RS256';

/**
 * The keys of the token service, kept in its store: the newest signs, the one before it stays published until every
 * token signed by it has expired. Two services on one store end up with the same keys.
 */
export function createKeyRing(options: KeyRingOptions): KeyRing {
  const { store, clock, random, algorithm, rotateAfterMs } = options;
  let rotating: Promise<readonly StoredKey[]> | undefined;

  const stored = (): Promise<readonly StoredKey[]> =>
    store.transact(async (transaction) => {
      const rows = await transaction.list({ prefix: PREFIX, reverse: true, limit: LIVE_KEYS });
      return rows.flatMap(([, value]) => {
        const found = decodeKey(value);
        if (!found.ok) throw new StoreError('corrupt', 'a signing key in the store cannot be read');
        return found.value.algorithm === algorithm ? [found.value] : [];
      });
    });

  const isFresh = (key: StoredKey | undefined): boolean =>
    key !== undefined && clock.now() - key.createdAtMs < rotateAfterMs;

  async function rotate(): Promise<readonly StoredKey[]> {
    // Made outside of the transaction, which must not wait for anything else.
    const made = await makeKey(algorithm, clock.now(), uuidV4(random));
    await store.transact(async (transaction) => {
      const rows = await transaction.list({ prefix: PREFIX, reverse: true });
      const newest = decodeKey(rows[0]?.[1]);
      if (newest.ok && newest.value.algorithm === algorithm && isFresh(newest.value)) return;
      await transaction.put(keyOf(made), { ...made, privateJwk: { ...made.privateJwk } });
      for (const [key] of rows.slice(LIVE_KEYS - 1)) await transaction.delete(key);
    });
    return stored();
  }

  async function live(): Promise<readonly StoredKey[]> {
    const keys = await stored();
    if (isFresh(keys[0])) return keys;
    rotating ??= rotate().finally(() => (rotating = undefined));
    return rotating;
  }

  return {
    async sign(claims) {
      const key = (await live())[0];
      if (!key) throw new StoreError('unavailable', 'no signing key could be made');
      const header = { alg: algorithm, kid: key.kid, typ: CUSTOMER_TOKEN_TYPE };
      return new SignJWT({ ...claims })
        .setProtectedHeader(header)
        .sign(await importJWK(key.privateJwk, algorithm));
    },
    async published() {
      return { keys: (await live()).map(publicPart) };
    },
  };
}

/** Where keys are kept and how long they sign. */
export interface KeyRingOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly algorithm: SignatureAlgorithm;
  /** Age at which a new key takes over, milliseconds; longer than the longest token lives. */
  readonly rotateAfterMs: number;
}

/** Signs, and publishes what verifies. */
export interface KeyRing {
  /** A compact JWS of these claims. Rejects with `StoreError`. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** The public keys as a JWK set (RFC 7517). Rejects with `StoreError`. */
  published(): Promise<{ readonly keys: readonly Readonly<Record<string, string>>[] }>;
}

interface StoredKey {
  readonly kid: string;
  readonly algorithm: SignatureAlgorithm;
  readonly createdAtMs: number;
  readonly privateJwk: Readonly<Record<string, string>>;
}

const PREFIX = 'tokens/key/';
const LIVE_KEYS = 2;
/** What of a private key is public: RFC 7518, 6.2.1 and 6.3.1. */
const PUBLIC_FIELDS = ['kty', 'crv', 'x', 'y', 'n', 'e'];

const decodeKey: Decoder<StoredKey> = decode.object({
  kid: decode.string({ min: 1, max: 64 }),
  algorithm: decode.oneOf('ES256', 'RS256'),
  createdAtMs: decode.number(),
  privateJwk: decode.map(decode.string({ max: 4096 }), { maxEntries: 20 }),
});

/** Fourteen digits: milliseconds until the year 5138, so that order of key is order of making. */
const keyOf = (key: StoredKey): string => `${PREFIX}${String(key.createdAtMs).padStart(14, '0')}/${key.kid}`;

async function makeKey(algorithm: SignatureAlgorithm, createdAtMs: number, kid: string): Promise<StoredKey> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const privateJwk = Object.fromEntries(
    Object.entries(jwk).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  );
  return { kid, algorithm, createdAtMs, privateJwk };
}

function publicPart(key: StoredKey): Readonly<Record<string, string>> {
  const fields = Object.entries(key.privateJwk).filter(([field]) => PUBLIC_FIELDS.includes(field));
  return { ...Object.fromEntries(fields), kid: key.kid, alg: key.algorithm, use: 'sig' };
}
