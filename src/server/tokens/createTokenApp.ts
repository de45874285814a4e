import { uuidV4, type Clock, type Logger, type Random } from '../../lib/index.ts';
import type { Fetch, RequestContext, ServerApp } from '../app.ts';
import {
  bodyProblem,
  createCors,
  createRateLimiter,
  guarded,
  json,
  problemFor,
  readJson,
  tooManyRequests,
  violationsOf,
} from '../http/index.ts';
import { createKeptList, type KeptList } from '../keptList.ts';
import type { Store } from '../storage/index.ts';
import { guestOf } from './guestCookie.ts';
import { createKeyRing, type SignatureAlgorithm } from './keyRing.ts';
import type { SiteCustomer, SiteSession } from './signedCookieSession.ts';
import { decodeTokenRequest, identityFieldsOf } from './tokenRequest.ts';
import { createUpstreamTokens, UpstreamFailed, type UpstreamTokenOptions } from './upstreamTokens.ts';

/**
 * The token service: changes the site's own sign-in (or a guest's cookie) for a short-lived customer token.
 * `POST /token` with `{ customerName?, integrationId? }`, `GET /.well-known/jwks.json`, `GET /healthz`.
 * Throws a RangeError for a `ttlMinutes` outside of 15 to 60 or an empty list of integrations.
 */
export function createTokenApp(options: TokenAppOptions): ServerApp {
  const settings = settingsOf(options);
  const { integrationIds, clock, logger } = options;
  const integrations = createKeptList({ source: entriesOf(integrationIds), clock, logger });
  const cors = createCors({
    origins: options.allowedOrigins,
    allowLoopback: options.allowLoopback ?? false,
    methods: ['GET', 'POST'],
    headers: ['content-type'],
    credentials: true,
  });
  const limiter = createRateLimiter(options.clock, options.rate ?? DEFAULT_RATE);
  const keys = createKeyRing({
    store: options.store,
    clock: options.clock,
    random: options.random,
    algorithm: options.algorithm ?? 'ES256',
    rotateAfterMs: options.rotateAfterMs ?? DEFAULT_ROTATE_MS,
  });
  const issue = options.upstream
    ? upstreamIssuer(options, options.upstream, settings)
    : ownIssuer(options, keys, settings);

  async function route(request: Request, context: RequestContext | undefined): Promise<Response> {
    const { pathname } = new URL(request.url);
    const wanted = ROUTES.get(pathname);
    if (wanted === undefined) return problemFor('not-found');
    if (request.method !== wanted) return notAllowed(wanted);
    if (pathname === '/healthz') return json(200, { status: 'ok' });
    if (pathname === '/.well-known/jwks.json') {
      return json(200, await keys.published(), { 'cache-control': 'public, max-age=300' });
    }
    const verdict = limiter.take(context?.remoteAddress ?? 'unknown');
    if (!verdict.allowed) return tooManyRequests(verdict.retryAfterSeconds);
    return answerToken(request, options, { ...settings, integrations }, issue);
  }

  return {
    fetch: (request, context) =>
      guarded(options.logger, () => cors.wrap(request, (inner) => route(inner, context))),
    async start() {
      // List and first key now, so that a file or store in trouble is told at start and not to the first customer.
      await integrations.all();
      if (!options.upstream) await keys.published();
    },
    stop: async () => undefined,
  };
}

/** What the token service needs from the world and from its administrator. */
export interface TokenAppOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly logger: Logger;
  /** `iss` of our tokens: the public URL of this service. */
  readonly issuer: string;
  /** `aud` of our tokens: the public URL of the connector. */
  readonly audience: string;
  /** The connector's public URL, told to the page as `hostURL`. With `upstream` it is the contact centre's URL instead. */
  readonly hostUrl: string;
  readonly appkey: string;
  /**
   * The integrations that a page may ask for; the first is the default. At least one. A function is asked again when a page
   * names an id that is not among them, at most once a second.
   */
  readonly integrationIds: readonly string[] | (() => Promise<readonly string[]>);
  /** Exact origins of the site's pages. */
  readonly allowedOrigins: readonly string[];
  /** Development switch, see `CorsOptions`. */
  readonly allowLoopback?: boolean;
  /** Signs the guests' cookies; 32 characters or more. */
  readonly cookieKey: string;
  /** Whether cookies carry `Secure`: true wherever this service is reached over https. */
  readonly secureCookies: boolean;
  /** Who is signed in; without it everybody is a guest. */
  readonly siteSession?: SiteSession;
  /** Life of a token, 15 to 60 minutes (axp.md 4.3); default 15. */
  readonly ttlMinutes?: number;
  /** Default ES256. */
  readonly algorithm?: SignatureAlgorithm;
  /** Age at which a new signing key takes over; default 30 days, at least twice the life of a token. */
  readonly rotateAfterMs?: number;
  /** Requests for a token per address; default bursts of 60, then 1 per second. */
  readonly rate?: { readonly burst: number; readonly perSecond: number };
  /** Present: `POST /token` answers tokens of the contact centre's own API instead of ours. */
  readonly upstream?: UpstreamTokenOptions;
}

const DEFAULT_RATE = { burst: 60, perSecond: 1 };
const DEFAULT_ROTATE_MS = 30 * 24 * 3_600_000;
const MAX_BODY_BYTES = 4096;
const ROUTES: ReadonlyMap<string, 'GET' | 'POST'> = new Map([
  ['/token', 'POST'],
  ['/healthz', 'GET'],
  ['/.well-known/jwks.json', 'GET'],
]);

interface Settings {
  readonly ttlMinutes: number;
}

interface Order {
  readonly customer: SiteCustomer;
  readonly verified: boolean;
  readonly integrationId: string;
}

type Issue = (order: Order) => Promise<string>;

function settingsOf(options: TokenAppOptions): Settings {
  const { ttlMinutes = 15, integrationIds } = options;
  if (!(ttlMinutes >= 15 && ttlMinutes <= 60)) throw new RangeError('ttlMinutes must be between 15 and 60');
  if (integrationIds.length === 0 && typeof integrationIds !== 'function')
    throw new RangeError('integrationIds must name at least one integration');
  const rotateAfterMs = options.rotateAfterMs ?? DEFAULT_ROTATE_MS;
  if (rotateAfterMs < 2 * ttlMinutes * 60_000) {
    throw new RangeError('rotateAfterMs must be at least twice the life of a token');
  }
  return { ttlMinutes };
}

interface Entry {
  readonly id: string;
}

function entriesOf(
  ids: TokenAppOptions['integrationIds'],
): readonly Entry[] | (() => Promise<readonly Entry[]>) {
  const entries = (of: readonly string[]): readonly Entry[] => of.map((id) => ({ id }));
  return typeof ids === 'function' ? async () => entries(await ids()) : entries(ids);
}

async function answerToken(
  request: Request,
  options: TokenAppOptions,
  { ttlMinutes, integrations }: Settings & { readonly integrations: KeptList<Entry> },
  issue: Issue,
): Promise<Response> {
  const body = await readJson(request, { maxBytes: MAX_BODY_BYTES });
  if (!body.ok) return bodyProblem(body.fault, { maxBytes: MAX_BODY_BYTES });
  const asked = decodeTokenRequest(body.value);
  if (!asked.ok) {
    return problemFor('malformed', undefined, violationsOf(asked.faults));
  }
  const ignored = identityFieldsOf(body.value);
  if (ignored.length > 0) {
    options.logger.warn('a token request claimed an identity; ignored', { fields: ignored.join(' ') });
  }
  const integrationId = asked.value.integrationId ?? (await integrations.all())[0]?.id;
  if (integrationId === undefined || !(await integrations.find(integrationId))) {
    const message = 'must be one of the integrations that this service is set up for';
    return problemFor('malformed', undefined, [{ field: 'integrationId', message, code: 'unknown' }]);
  }
  const caller = await callerOf(request, options, asked.value.customerName);
  try {
    const jwtToken = await issue({ ...caller.order, integrationId });
    const hostURL = options.upstream ? options.upstream.baseUrl : options.hostUrl;
    const appkey = options.upstream ? options.upstream.appkey : options.appkey;
    const expiresInSeconds = ttlMinutes * 60;
    const cookie = caller.setCookie === undefined ? {} : { 'set-cookie': caller.setCookie };
    return json(200, { jwtToken, appkey, integrationId, hostURL, expiresInSeconds }, cookie);
  } catch (error) {
    if (!(error instanceof UpstreamFailed)) throw error;
    return problemFor('upstream-refused', 'The contact centre gave no token. Try again.');
  }
}

async function callerOf(
  request: Request,
  options: TokenAppOptions,
  customerName: string | undefined,
): Promise<{ readonly order: Omit<Order, 'integrationId'>; readonly setCookie?: string }> {
  const given = customerName?.trim();
  const name = given === undefined || given === '' ? {} : { name: given };
  const signedIn = await options.siteSession?.(request);
  if (signedIn) return { order: { customer: { ...name, ...signedIn }, verified: true } };
  const { cookieKey, random, secureCookies } = options;
  const guest = await guestOf(request, { key: cookieKey, random, secure: secureCookies });
  return {
    order: { customer: { customerId: guest.customerId, ...name }, verified: false },
    setCookie: guest.setCookie,
  };
}

function ownIssuer(
  options: TokenAppOptions,
  keys: ReturnType<typeof createKeyRing>,
  settings: Settings,
): Issue {
  return ({ customer, verified, integrationId }) => {
    const iat = Math.floor(options.clock.now() / 1000);
    return keys.sign({
      iss: options.issuer,
      aud: options.audience,
      sub: customer.customerId,
      iat,
      nbf: iat,
      exp: iat + settings.ttlMinutes * 60,
      jti: uuidV4(options.random),
      integrationId,
      verifiedCustomer: verified,
      ...(customer.name === undefined ? {} : { name: customer.name }),
      ...(verified && customer.identifiers ? { identifiers: customer.identifiers } : {}),
    });
  };
}

function upstreamIssuer(options: TokenAppOptions, upstream: UpstreamTokenOptions, settings: Settings): Issue {
  const { fetch, clock, logger } = options;
  const tokens = createUpstreamTokens(upstream, { fetch, clock, logger });
  return (order) => tokens.issue({ ...order, ttlMinutes: settings.ttlMinutes });
}

function notAllowed(method: string): Response {
  const response = problemFor('method-not-allowed', `Use ${method} here.`);
  response.headers.set('allow', method);
  return response;
}
