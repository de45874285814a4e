import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { decode, type Clock, type Decoder } from '../../lib/index.ts';
import type { Fetch } from '../app.ts';

/** The `typ` header of our customer tokens (RFC 8725, 3.11): no other token of the same keys can pass for one. */
export const CUSTOMER_TOKEN_TYPE = 'colloquy-customer+jwt';

/**
 * Checks customer tokens by the token service's published keys. One fixed algorithm; `iss`, `aud`, `typ`, `exp`,
 * `nbf` and `jti` are wanted; header fields that name a key elsewhere (`jku`, `jwk`, `x5u`) have no effect.
 * Keys are kept for 10 minutes and asked for again (at most each 10 s) when an unknown `kid` appears.
 */
export function createJwtVerifier(options: JwtVerifierOptions): JwtVerifier {
  const { clock, issuer, audience, algorithms = ['ES256', 'RS256'] } = options;
  const cache = createKeyCache(options);

  async function attempt(token: string, keys: PublishedKeys): Promise<JwtVerdict> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      typ: CUSTOMER_TOKEN_TYPE,
      requiredClaims: ['sub', 'exp', 'iat', 'jti', 'integrationId'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(clock.now()),
    });
    const claims = decodeClaims(payload);
    return claims.ok ? { ok: true, claims: claims.value } : { ok: false, reason: 'invalid' };
  }

  return {
    async verify(token) {
      try {
        return await attempt(token, await cache.current());
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) return refusal(error);
      }
      try {
        return await attempt(token, await cache.renewed());
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/** Whose tokens are good, and where their keys are. */
export interface JwtVerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Where the token service publishes its keys, e.g. `https://tokens.example/.well-known/jwks.json`. */
  readonly jwksUrl: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** Accepted signature algorithms; default ES256 and RS256, the two our token service can be set to. */
  readonly algorithms?: readonly ('ES256' | 'RS256')[];
}

/** Tells good customer tokens from bad ones. */
export interface JwtVerifier {
  /** Never rejects. */
  verify(token: string): Promise<JwtVerdict>;
}

/** `expired`: was good once. `invalid`: never was, for us. `unavailable`: the keys could not be fetched, try again. */
export type JwtVerdict =
  | { readonly ok: true; readonly claims: CustomerClaims }
  | { readonly ok: false; readonly reason: 'expired' | 'invalid' | 'unavailable' };

/** What a good token says of its bearer. */
export interface CustomerClaims {
  /** The customer id: the site's own for a signed-in user, a random one for a guest. */
  readonly sub: string;
  readonly integrationId: string;
  /** Display name, at most 70 characters (axp.md 4.3). */
  readonly name?: string;
  /** True only where the site itself vouches for the customer. */
  readonly verifiedCustomer: boolean;
  /** Names to values, like `emailAddresses`; only for verified customers. */
  readonly identifiers?: Readonly<Record<string, readonly string[]>>;
  readonly jti: string;
  /** Seconds since 1970 UTC. */
  readonly iat: number;
  /** Seconds since 1970 UTC. */
  readonly exp: number;
}

/** Two servers of one site rarely differ by more. */
const TOLERANCE_SECONDS = 5;
const KEYS_FRESH_MS = 600_000;
const KEYS_COOL_DOWN_MS = 10_000;
const KEYS_WAIT_MS = 5_000;

const decodeClaims: Decoder<CustomerClaims> = decode.object({
  sub: decode.string({ min: 1, max: 256 }),
  integrationId: decode.string({ min: 1, max: 64 }),
  name: decode.optional(decode.string({ max: 70 })),
  verifiedCustomer: decode.withDefault(decode.boolean, false),
  identifiers: decode.optional(
    decode.map(decode.list(decode.string({ min: 1, max: 256 }), { max: 5 }), { maxEntries: 10, maxKey: 50 }),
  ),
  jti: decode.string({ min: 1, max: 64 }),
  iat: decode.number(),
  exp: decode.number(),
});

/** Finds the key of a token; each is imported when it is first needed, and kept. */
type PublishedKeys = ReturnType<typeof createLocalJWKSet>;

class KeysUnavailable extends Error {}

function refusal(error: unknown): JwtVerdict {
  if (error instanceof KeysUnavailable) return { ok: false, reason: 'unavailable' };
  return { ok: false, reason: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
}

/** The published keys: one fetch at a time, stale ones serve while the token service is away. */
function createKeyCache(options: JwtVerifierOptions): KeyCache {
  const { clock } = options;
  let held: { readonly keys: PublishedKeys; readonly atMs: number } | undefined;
  let triedAtMs = -Infinity;
  let running: Promise<PublishedKeys> | undefined;

  function load(): Promise<PublishedKeys> {
    triedAtMs = clock.monotonic();
    running ??= fetchKeys(options)
      .then((keys) => {
        held = { keys, atMs: clock.monotonic() };
        return keys;
      })
      .finally(() => (running = undefined));
    return running;
  }

  return {
    async current() {
      if (held && clock.monotonic() - held.atMs < KEYS_FRESH_MS) return held.keys;
      const stale = held?.keys;
      if (!stale) return load();
      return clock.monotonic() - triedAtMs < KEYS_COOL_DOWN_MS ? stale : load().catch(() => stale);
    },
    async renewed() {
      if (running) return running;
      if (held && clock.monotonic() - triedAtMs < KEYS_COOL_DOWN_MS) return held.keys;
      return load();
    },
  };
}

interface KeyCache {
  /** The keys at hand, or a first fetch. */
  current(): Promise<PublishedKeys>;
  /** The keys after an unknown `kid`. */
  renewed(): Promise<PublishedKeys>;
}

async function fetchKeys(options: JwtVerifierOptions): Promise<PublishedKeys> {
  const { clock } = options;
  const giveUp = new AbortController();
  const timer = clock.after(KEYS_WAIT_MS, () => giveUp.abort());
  try {
    const request = new Request(options.jwksUrl, { redirect: 'error', signal: giveUp.signal });
    const response = await options.fetch(request);
    const body: unknown = response.ok ? await response.json() : undefined;
    const found = decodeKeySet(body);
    if (found.ok) return createLocalJWKSet({ keys: found.value.keys.map((key) => ({ ...key })) });
  } catch {
    // Told below, in one way for all that can go wrong on the road.
  } finally {
    clock.clear(timer);
  }
  throw new KeysUnavailable('the published keys could not be fetched');
}

const decodeKeySet = decode.object({
  keys: decode.list(
    decode.object({
      kty: decode.oneOf('EC', 'RSA'),
      kid: decode.string({ min: 1, max: 256 }),
      alg: decode.optional(decode.oneOf('ES256', 'RS256')),
      use: decode.optional(decode.string({ max: 10 })),
      crv: decode.optional(decode.string({ max: 20 })),
      x: decode.optional(decode.string({ max: 200 })),
      y: decode.optional(decode.string({ max: 200 })),
      n: decode.optional(decode.string({ max: 2000 })),
      e: decode.optional(decode.string({ max: 20 })),
    }),
    { max: 20 },
  ),
});
