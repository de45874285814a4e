import { decode, type Clock } from '../../../lib/index.ts';
import { decodeAccessToken } from '../../../protocol/axp/index.ts';
import type { Fetch } from '../../app.ts';
import type { UpstreamOptions } from '../connectorOptions.ts';

/** The access token of the contact centre: fetched once for all who wait, kept until 80 % of its life is over. */
export interface AccessTokens {
  /** A token that should be good. Rejects with what the call rejected with, or `TokenRefused`. */
  current(): Promise<string>;
  /** This token was refused: the next `current` fetches another. */
  discard(token: string): void;
}

/** The contact centre gave no token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Holds one token in memory, its age by the monotonic clock; fetching gives up after `callTimeoutMs` (10 s). */
export function createAccessTokens(
  options: UpstreamOptions,
  world: { clock: Clock; fetch: Fetch },
): AccessTokens {
  const { clock } = world;
  let held: { readonly token: string; readonly goodUntilMs: number } | undefined;
  let running: Promise<string> | undefined;

  async function load(): Promise<string> {
    const giveUp = new AbortController();
    const timer = clock.after(options.callTimeoutMs ?? 10_000, () => giveUp.abort());
    const response = await world
      .fetch(tokenRequest(options, giveUp.signal))
      .finally(() => clock.clear(timer));
    const decoded = decodeAccessToken(response.ok ? await response.json() : undefined);
    if (!decoded.ok) throw new TokenRefused(`the contact centre gave no access token (${response.status})`);
    const { access_token: token, expires_in: seconds } = decoded.value;
    held = { token, goodUntilMs: clock.monotonic() + seconds * 1000 * RENEW_AT };
    return token;
  }

  return {
    current() {
      if (held && clock.monotonic() < held.goodUntilMs) return Promise.resolve(held.token);
      running ??= load().finally(() => (running = undefined));
      return running;
    },
    discard(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

const RENEW_AT = 0.8;

function tokenRequest(options: UpstreamOptions, signal: AbortSignal): Request {
  return new Request(`${options.baseUrl}/api/auth/v1/${options.accountId}/protocol/openid-connect/token`, {
    method: 'POST',
    headers: { appkey: options.appkey, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: options.clientId,
      client_secret: options.clientSecret,
    }).toString(),
    redirect: 'error',
    signal,
  });
}

/** Whether a failed `fetch` certainly reached nobody. Node tells by the cause's code; a browser does not tell. */
export function neverConnected(error: unknown): boolean {
  const code = decode.object({ cause: decode.object({ code: decode.string() }) })(errorFields(error));
  return code.ok && NEVER_CONNECTED.has(code.value.cause.code);
}

const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function errorFields(error: unknown): unknown {
  if (!(error instanceof Error) || !(error.cause instanceof Error || typeof error.cause === 'object'))
    return {};
  return { cause: { code: Reflect.get(Object(error.cause), 'code') } };
}
