import { decodeBase64Url, encodeBase64Url } from '../../../src/lib/base64url.ts';

/**
 * Stands where the package `jose` stands: tokens have the usual three parts and every claim is checked, but the
 * signature is a word. Signing and verifying answer at once, so that a run stays within its promise queue.
 */

type Claims = Record<string, unknown>;
const SIGNATURE = 'simulated';

class JWTExpired extends Error {}
class JWKSNoMatchingKey extends Error {}
class JWTInvalid extends Error {}

/** The errors that callers tell apart. */
export const errors = { JWTExpired, JWKSNoMatchingKey };

/** The key set itself: the simulated signature does not look at it. */
export const createLocalJWKSet = (keySet: unknown): unknown => keySet;

const parsed = new Map<string, Claims | undefined>();

/** The claims of a token whose word, audience, issuer and time are right. */
export async function jwtVerify(
  token: string,
  _key: unknown,
  wanted: {
    readonly audience?: string;
    readonly issuer?: string;
    readonly clockTolerance?: number;
    readonly currentDate: Date;
  },
): Promise<{ payload: Claims }> {
  let payload = parsed.get(token);
  if (!payload) {
    payload = parse(token);
    if (parsed.size > 1000) parsed.clear();
    parsed.set(token, payload);
  }
  if (!payload) throw new JWTInvalid('no token of ours');
  if (wanted.audience !== undefined && payload['aud'] !== wanted.audience) throw new JWTInvalid('audience');
  if (wanted.issuer !== undefined && payload['iss'] !== wanted.issuer) throw new JWTInvalid('issuer');
  const nowSeconds = Math.floor(wanted.currentDate.getTime() / 1000);
  if (Number(payload['exp']) <= nowSeconds - (wanted.clockTolerance ?? 0)) throw new JWTExpired('expired');
  return { payload };
}

/** Makes a token. */
export class SignJWT {
  private readonly claims: Claims;

  constructor(claims: Claims) {
    this.claims = { ...claims };
  }

  setProtectedHeader(): this {
    return this;
  }

  setAudience(audience: string): this {
    this.claims['aud'] = audience;
    return this;
  }

  setIssuer(issuer: string): this {
    this.claims['iss'] = issuer;
    return this;
  }

  setIssuedAt(seconds: number): this {
    this.claims['iat'] = seconds;
    return this;
  }

  setExpirationTime(seconds: number): this {
    this.claims['exp'] = seconds;
    return this;
  }

  async sign(): Promise<string> {
    return signNow(this.claims);
  }
}

/** The same at once. */
export function signNow(claims: Claims): string {
  return `e30.${encodeBase64Url(new TextEncoder().encode(JSON.stringify(claims)))}.${SIGNATURE}`;
}

function parse(token: string): Claims | undefined {
  const [, claims, signature] = token.split('.');
  const bytes = signature === SIGNATURE ? decodeBase64Url(claims ?? '') : undefined;
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Claims);
}
