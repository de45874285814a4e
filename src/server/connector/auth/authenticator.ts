import type { Clock } from '../../../lib/index.ts';
import { bearerToken, createRateLimiter, timingSafeEqualText, type JwtVerifier } from '../../http/index.ts';
import { Refused } from '../refused.ts';
import { customerOf, type Customer } from './customer.ts';

/** Tells who is asking. A wrong appkey or token counts against the address: 20 a minute, then 429 for a while. */
export interface Authenticator {
  /** Of a request: `Authorization: Bearer …` and `appkey`. Throws `Refused`. */
  ofRequest(request: Request, address: string | undefined): Promise<Customer>;
  /** Of a WebSocket's first frame. Throws `Refused`. */
  ofFrame(token: string, appkey: string, address: string | undefined): Promise<Customer>;
  /** Of a renewed token on a stream that told its appkey before. Throws `Refused`. */
  ofToken(token: string, address: string | undefined): Promise<Customer>;
}

/** Of failed attempts only the sender's address is remembered, in this process: a restart forgives them. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const failures = createRateLimiter(options.clock, { burst: 20, perSecond: 20 / 60 });
  const blockedUntilMs = new Map<string, number>();

  function fail(address: string, refused: Refused): never {
    const verdict = failures.take(address);
    if (verdict.allowed) throw refused;
    const waitMs = verdict.retryAfterSeconds * 1000;
    if (blockedUntilMs.size > 10_000) blockedUntilMs.clear();
    blockedUntilMs.set(address, options.clock.monotonic() + waitMs);
    throw tooMany(verdict.retryAfterSeconds);
  }

  function refuseBlocked(address: string): void {
    const leftMs = (blockedUntilMs.get(address) ?? 0) - options.clock.monotonic();
    if (leftMs > 0) throw tooMany(leftMs / 1000);
    blockedUntilMs.delete(address);
  }

  async function checkAppkey(appkey: string, address: string): Promise<void> {
    if (await timingSafeEqualText(appkey, options.appkey)) return;
    fail(address, new Refused('appkey-wrong', 'The header appkey does not name this application.'));
  }

  async function ofToken(token: string | undefined, address: string): Promise<Customer> {
    if (token === undefined) return fail(address, new Refused('unauthenticated', NO_TOKEN));
    const verdict = await options.verifier.verify(token);
    if (verdict.ok) return customerOf(verdict.claims);
    if (verdict.reason === 'expired') throw new Refused('token-expired', 'Fetch a new token and go on.');
    if (verdict.reason === 'unavailable') {
      const detail = 'The keys of the token service cannot be had just now. Try again.';
      throw new Refused('upstream-unavailable', detail, { retryAfterSeconds: 5 });
    }
    return fail(address, new Refused('unauthenticated', 'The token is not one of ours.'));
  }

  return {
    async ofRequest(request, address = 'unknown') {
      refuseBlocked(address);
      await checkAppkey(request.headers.get('appkey') ?? '', address);
      return ofToken(bearerToken(request), address);
    },
    async ofFrame(token, appkey, address = 'unknown') {
      refuseBlocked(address);
      await checkAppkey(appkey, address);
      return ofToken(token, address);
    },
    async ofToken(token, address = 'unknown') {
      refuseBlocked(address);
      return ofToken(token, address);
    },
  };
}

/** `appkey` is the one accepted value, compared in constant time; `verifier` knows the token service's keys. */
export interface AuthenticatorOptions {
  readonly clock: Clock;
  readonly appkey: string;
  readonly verifier: JwtVerifier;
}

const NO_TOKEN = 'Send the token as Authorization: Bearer.';

function tooMany(seconds: number): Refused {
  const detail = 'Too many failed attempts from this address.';
  return new Refused('rate-limited', detail, { retryAfterSeconds: seconds });
}
