import { jwtVerify, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import type { Clock } from '../../../lib/index.ts';
import type { Keys } from './keys.ts';

/** Whom a token is for; one kind is never taken for another. */
export type TokenAudience = 'api' | 'api-refresh' | 'desk' | 'admin' | 'sdk';

/** Signs and checks the sandbox's bearer tokens. */
export interface Tokens {
  /** A token for `audience` that lives `lifeSeconds`. */
  issue(audience: TokenAudience, claims: JWTPayload, lifeSeconds: number): Promise<string>;
  /** The claims of a good, unexpired token of that audience; undefined otherwise. */
  verify(audience: TokenAudience, token: string): Promise<JWTPayload | undefined>;
}

/** HS256 tokens signed by the sandbox's own key, dated by `clock`. */
export function createTokens(keys: Keys, clock: Clock): Tokens {
  return {
    async issue(audience, claims, lifeSeconds) {
      const nowSeconds = Math.floor(clock.now() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setAudience(audience)
        .setIssuedAt(nowSeconds)
        .setExpirationTime(nowSeconds + lifeSeconds)
        .sign(await keys.hmac('token'));
    },
    async verify(audience, token) {
      const key = await keys.hmac('token');
      const currentDate = new Date(clock.now());
      return jwtVerify(token, key, { audience, currentDate, algorithms: ['HS256'] }).then(
        ({ payload }) => payload,
        () => undefined,
      );
    },
  };
}

/** The bearer token of a request, if there is one. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}
