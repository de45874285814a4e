import type { JwtProvider } from '../../src/client/index.ts';
import { decode, silentLogger, systemClock, systemRandom } from '../../src/lib/index.ts';
import { createMemoryStore, createTokenApp, type ServerApp } from '../../src/server/index.ts';
import { listen } from '../../src/server/node/index.ts';

/** A site's own token service, in this process: the one of `npm start` gives one address no more than a token a second. */
export interface Issuer {
  readonly url: string;
  /** What a page of this customer asks; `appkey` is known once the servers stand. */
  tokens(customerId: string, site: Site): JwtProvider;
  close(): Promise<void>;
}

/** What a token is for. */
export interface Site {
  readonly connectorUrl: string;
  readonly integrationId: string;
  readonly appkey: string;
}

/** Starts one on a free port; its keys are public there, tokens are made without a request. */
export async function startIssuer(): Promise<Issuer> {
  const world = {
    store: createMemoryStore(),
    clock: systemClock,
    random: systemRandom,
    logger: silentLogger,
  };
  let app: ServerApp | undefined;
  // The connector asks for keys when the first customer comes, who has a token already.
  const listening = await listen(
    {
      fetch: async (request, context) =>
        (await app?.fetch(request, context)) ?? new Response(null, { status: 503 }),
      start: async () => undefined,
      stop: async () => undefined,
    },
    { host: '127.0.0.1', port: 0, logger: silentLogger },
  );
  const url = `http://127.0.0.1:${listening.port}`;
  const appOf = ({ connectorUrl, integrationId, appkey }: Site): ServerApp =>
    (app ??= createTokenApp({
      ...world,
      ...{ issuer: url, audience: connectorUrl, hostUrl: connectorUrl, appkey },
      fetch: (request) => fetch(request),
      integrationIds: [integrationId],
      allowedOrigins: [],
      cookieKey: 'a key for a test that never leaves this process',
      secureCookies: true,
      siteSession: async (request) => ({ customerId: request.headers.get(CUSTOMER) ?? '', name: 'Robin' }),
      rate: { burst: 1_000_000, perSecond: 100_000 },
    }));
  return {
    url,
    tokens: (customerId, site) => async () => {
      const request = new Request(`${url}/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [CUSTOMER]: customerId },
        body: JSON.stringify({ integrationId: site.integrationId }),
      });
      const answer = decodeToken(await (await appOf(site).fetch(request)).json());
      if (!answer.ok) throw new Error('No token came');
      return { token: answer.value.jwtToken, appkey: answer.value.appkey };
    },
    close: () => listening.close(0),
  };
}

const CUSTOMER = 'x-test-customer';
const decodeToken = decode.object({ jwtToken: decode.string(), appkey: decode.string() });
