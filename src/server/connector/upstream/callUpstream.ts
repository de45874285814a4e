import type { Clock, Decoder } from '../../../lib/index.ts';
import { decodeProblem } from '../../../protocol/axp/index.ts';
import type { Fetch } from '../../app.ts';
import type { UpstreamOptions } from '../connectorOptions.ts';
import { neverConnected, TokenRefused, type AccessTokens } from './accessToken.ts';
import type { Outcome } from './upstreamAdapter.ts';

/** One call of the Digital REST APIs: bearer and appkey on it, its outcome named. Never rejects. */
export type CallUpstream = <T>(call: UpstreamCall<T>) => Promise<Outcome<T>>;

/** One request to the contact centre as an adapter words it; base URL, token and appkey are added by the call. */
export interface UpstreamCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** After the base URL, beginning with a slash. */
  readonly path: string;
  readonly body?: object;
  /** Reads the answer of a 2xx. */
  readonly read: Decoder<T>;
}

/** For answers whose body says nothing. */
export const readNothing: Decoder<void> = () => ({ ok: true, value: undefined });

/**
 * A refused access token is renewed once and the call made again; a 429 is `not-taken`, a 5xx or silence of
 * `callTimeoutMs` (10 s) `unknown`.
 */
export function createCallUpstream(
  options: UpstreamOptions,
  world: { readonly clock: Clock; readonly fetch: Fetch; readonly tokens: AccessTokens },
): CallUpstream {
  const { tokens, clock } = world;

  async function once<T>(call: UpstreamCall<T>, token: string): Promise<Outcome<T> | 'token-refused'> {
    const giveUp = new AbortController();
    const timer = clock.after(options.callTimeoutMs ?? 10_000, () => giveUp.abort());
    try {
      // A fetch of another app in the same tab may not know of signals: the wait ends all the same.
      const given = new Promise<never>((_, reject) => {
        giveUp.signal.addEventListener('abort', () => reject(new Error('no answer in time')));
      });
      const response = await Promise.race([
        world.fetch(requestOf(options, call, token, giveUp.signal)),
        given,
      ]);
      return response.status === 401 ? 'token-refused' : await outcomeOf(response, call.read);
    } catch (error) {
      return failed(error);
    } finally {
      clock.clear(timer);
    }
  }

  return async (call) => {
    for (let attempt = 0; attempt < 2; attempt++) {
      let token: string;
      try {
        token = await tokens.current();
      } catch (error) {
        // Without a token the call itself was never made.
        const detail = error instanceof TokenRefused ? error.message : 'no access token could be had';
        return { kind: 'not-taken', detail };
      }
      const outcome = await once(call, token);
      if (outcome !== 'token-refused') return outcome;
      tokens.discard(token);
    }
    return { kind: 'not-taken', detail: 'the contact centre refuses our access token' };
  };
}

function requestOf(
  options: UpstreamOptions,
  call: UpstreamCall<unknown>,
  token: string,
  signal: AbortSignal,
): Request {
  return new Request(options.baseUrl + call.path, {
    method: call.method,
    headers: {
      authorization: `Bearer ${token}`,
      appkey: options.appkey,
      accept: 'application/json',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    redirect: 'error',
    signal,
  });
}

async function outcomeOf<T>(response: Response, read: Decoder<T>): Promise<Outcome<T>> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const decoded = read(body);
    if (decoded.ok) return { kind: 'done', value: decoded.value };
    const at = decoded.faults[0];
    return { kind: 'unknown', detail: `an answer could not be read: ${at?.path ?? ''} ${at?.message ?? ''}` };
  }
  const problem = decodeProblem(body);
  const detail =
    (problem.ok ? (problem.value.detail ?? problem.value.title) : undefined) ?? `status ${status}`;
  if (status === 429) return { kind: 'not-taken', detail, ...retryAfter(response) };
  if (status < 500) return { kind: 'refused', status, detail: detail.slice(0, 1000) };
  return { kind: 'unknown', detail: `status ${status}` };
}

function retryAfter(response: Response): { retryAfterMs?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: Math.min(seconds, 3600) * 1000 } : {};
}

function failed(error: unknown): Outcome<never> {
  return neverConnected(error)
    ? { kind: 'not-taken', detail: 'the contact centre cannot be reached' }
    : { kind: 'unknown', detail: 'the connection to the contact centre broke off' };
}
