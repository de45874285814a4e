import { decode, type Clock, type Logger } from '../../lib/index.ts';
import type { Fetch } from '../app.ts';
import type { SiteCustomer } from './signedCookieSession.ts';

/**
 * The contact centre's own token API (axp.md 4.2 and 4.3), for pages that still run the vendor's SDKs. Address, account
 * and credentials come from configuration alone. Access tokens are kept until a minute before they expire; a refused
 * one is fetched anew once.
 */
export function createUpstreamTokens(options: UpstreamTokenOptions, world: UpstreamWorld): UpstreamTokens {
  const { clock } = world;
  const base = `${options.baseUrl.replace(/\/+$/, '')}/api`;
  let held: { readonly token: string; readonly untilMs: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchAccess(): Promise<string> {
    const response = await ask(world, `${base}/auth/v1/${options.accountId}/protocol/openid-connect/token`, {
      headers: { appkey: options.appkey, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: options.clientId,
        client_secret: options.clientSecret,
      }).toString(),
    });
    const answer = decodeAccess(await bodyOf(response));
    if (!response.ok || !answer.ok) throw failed(world, 'access token', response.status);
    const { access_token: token, expires_in: lifeSeconds } = answer.value;
    held = { token, untilMs: clock.monotonic() + (lifeSeconds - EARLY_SECONDS) * 1000 };
    return token;
  }

  async function access(): Promise<string> {
    if (held && clock.monotonic() < held.untilMs) return held.token;
    fetching ??= fetchAccess().finally(() => (fetching = undefined));
    return fetching;
  }

  const askToken = async (body: string): Promise<Response> =>
    ask(world, `${base}/digital/chat/v1/accounts/${options.accountId}/tokens`, {
      headers: {
        authorization: `Bearer ${await access()}`,
        appkey: options.appkey,
        'content-type': 'application/json',
      },
      body,
    });

  return {
    async issue({ customer, verified, integrationId, ttlMinutes }) {
      const body = JSON.stringify({
        integrationId,
        customerId: customer.customerId,
        verifiedCustomer: verified,
        ...(customer.name === undefined ? {} : { customerName: customer.name }),
        ...(verified && hasEntries(customer.identifiers)
          ? { customerIdentifiers: customer.identifiers }
          : {}),
        ttl: ttlMinutes,
      });
      let response = await askToken(body);
      if (response.status === 401) {
        held = undefined;
        response = await askToken(body);
      }
      const answer = decodeIssued(await bodyOf(response));
      if (response.status !== 201 || !answer.ok) throw failed(world, 'customer token', response.status);
      return answer.value.jwtToken;
    },
  };
}

/** The contact centre and who we are to it. */
export interface UpstreamTokenOptions {
  /** Base URL of the contact centre, e.g. `https://na.api.avayacloud.com`. */
  readonly baseUrl: string;
  /** Six letters. */
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appkey: string;
}

/** What the calls need of the world. */
export interface UpstreamWorld {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Where tokens of the contact centre come from. */
export interface UpstreamTokens {
  /** The vendor's token for this customer. Rejects with `UpstreamFailed`. */
  issue(order: TokenOrder): Promise<string>;
}

/** What the contact centre is asked for. */
export interface TokenOrder {
  readonly customer: SiteCustomer;
  readonly verified: boolean;
  readonly integrationId: string;
  /** 15 to 60. */
  readonly ttlMinutes: number;
}

/** The contact centre refused, failed, or did not answer within 10 s. Details are in the log only. */
export class UpstreamFailed extends Error {
  override readonly name = 'UpstreamFailed';
}

const EARLY_SECONDS = 60;
const PATIENCE_MS = 10_000;

const decodeAccess = decode.object({
  access_token: decode.string({ min: 1, max: 16_384 }),
  expires_in: decode.number({ min: 0 }),
});
const decodeIssued = decode.object({ jwtToken: decode.string({ min: 1, max: 16_384 }) });

async function ask(
  world: UpstreamWorld,
  url: string,
  call: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<Response> {
  const giveUp = new AbortController();
  const timer = world.clock.after(PATIENCE_MS, () => giveUp.abort());
  try {
    const request = new Request(url, { method: 'POST', redirect: 'error', signal: giveUp.signal, ...call });
    return await world.fetch(request);
  } catch {
    throw failed(world, 'connection', 0);
  } finally {
    world.clock.clear(timer);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

function failed(world: UpstreamWorld, what: string, status: number): UpstreamFailed {
  world.logger.error('the contact centre gave no token', { what, status });
  return new UpstreamFailed(`the contact centre gave no ${what}`);
}

function hasEntries(identifiers: SiteCustomer['identifiers']): boolean {
  return identifiers !== undefined && Object.keys(identifiers).length > 0;
}
