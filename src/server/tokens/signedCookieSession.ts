import { decode, type Clock, type Decoder } from '../../lib/index.ts';
import { formatCookie, readCookie, signValue, verifyValue } from '../http/index.ts';

/** Says who is signed in on the site that asks for a token; undefined for a guest. The only source of identity. */
export type SiteSession = (request: Request) => Promise<SiteCustomer | undefined>;

/** A customer that the site vouches for. */
export interface SiteCustomer {
  /** The site's own stable id, 1 to 256 characters. */
  readonly customerId: string;
  /** Display name, at most 70 characters. */
  readonly name?: string;
  /** Names to values, like `emailAddresses`: up to 10 names, up to 5 values each (axp.md 4.3). */
  readonly identifiers?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A site session in a signed httpOnly cookie: the site issues it at sign-in, the token service reads it. Both hold the
 * same key. Works wherever both live under one site (any port of one host, any host of one domain with a proxy).
 */
export function createSignedCookieSession(options: SignedCookieOptions): SignedCookieSession {
  const { name, key, clock, secure, lifeSeconds = 28_800 } = options;
  return {
    async read(request) {
      const cookie = readCookie(request, name);
      const text = cookie === undefined ? undefined : await verifyValue(key, name, cookie);
      const found = text === undefined ? undefined : decodeFromJson(text);
      if (!found?.ok || found.value.expiresAtMs <= clock.now()) return undefined;
      const { customerId, name: displayName, identifiers } = found.value;
      return {
        customerId,
        ...(displayName === undefined ? {} : { name: displayName }),
        ...(identifiers === undefined ? {} : { identifiers }),
      };
    },
    async issue(customer) {
      const text = JSON.stringify({ ...customer, expiresAtMs: clock.now() + lifeSeconds * 1000 });
      return formatCookie(name, await signValue(key, name, text), { maxAgeSeconds: lifeSeconds, secure });
    },
    clear: () => formatCookie(name, '', { maxAgeSeconds: 0, secure }),
  };
}

/** What site and token service share. */
export interface SignedCookieOptions {
  /** Name of the cookie; also part of what is signed. */
  readonly name: string;
  /** Secret of 32 characters or more, known to the site and the token service only. */
  readonly key: string;
  readonly clock: Clock;
  /** True wherever the site is served over https. */
  readonly secure: boolean;
  /** How long a sign-in lasts; default 8 hours. */
  readonly lifeSeconds?: number;
}

/** Both ends of the cookie. */
export interface SignedCookieSession {
  readonly read: SiteSession;
  /** The `Set-Cookie` value that signs this customer in. */
  issue(customer: SiteCustomer): Promise<string>;
  /** The `Set-Cookie` value that signs out. */
  clear(): string;
}

const decodeSession: Decoder<SiteCustomer & { readonly expiresAtMs: number }> = decode.object({
  customerId: decode.string({ min: 1, max: 256 }),
  name: decode.optional(decode.string({ max: 70 })),
  identifiers: decode.optional(
    decode.map(decode.list(decode.string({ min: 1, max: 256 }), { max: 5 }), { maxEntries: 10, maxKey: 50 }),
  ),
  expiresAtMs: decode.number(),
});

const decodeFromJson = (text: string) => decode.decodeJson(text, decodeSession);
