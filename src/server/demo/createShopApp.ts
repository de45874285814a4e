import { encodeBase64Url, decode, type Logger, type Random } from '../../lib/index.ts';
import type { ServerApp } from '../app.ts';
import { bodyProblem, guarded, json, problemFor, readJson, violationsOf } from '../http/index.ts';
import type { SignedCookieSession, SiteCustomer } from '../tokens/index.ts';
import { renderShopPage, type ShopPage } from './renderShopPage.ts';

/**
 * The demo shop: a page with the script-tag widget and a sign-in without a password (anybody may be anybody: a demo).
 * `GET /` (query: `shadow`, `locale`, `theme`, `color-scheme`, `open`, `transports`, `integration`: an id or `chat`,
 * `inspect`: with the development panel), `POST /sign-in
 * {user}`, `POST /sign-out`, `GET /me`, `GET /widget.js`, `/widget/*` and the static pages.
 */
export function createShopApp(options: ShopAppOptions): ServerApp {
  const { logger, site } = options;

  async function route(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return json(200, { status: 'ok' });
    if (pathname === '/sign-in')
      return request.method === 'POST' ? signIn(request, site) : notAllowed('POST');
    if (pathname === '/sign-out') {
      return request.method === 'POST'
        ? json(200, { customer: null }, { 'set-cookie': site.clear() })
        : notAllowed('POST');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed('GET');
    if (pathname === '/me') return json(200, { customer: (await site.read(request)) ?? null });
    if (pathname === '/' || pathname === '/demo.html') return page(request, options);
    return (await options.files(pathname)) ?? problemFor('not-found');
  }

  return {
    fetch: (request) => guarded(logger, () => route(request)),
    start: async () => undefined,
    stop: async () => undefined,
  };
}

/** What the shop needs from the world and knows of its neighbours. */
export interface ShopAppOptions {
  readonly logger: Logger;
  readonly random: Random;
  /** Signs customers in; the token service reads the same cookie. */
  readonly site: SignedCookieSession;
  /** Text of `demo.html`. Rejects when it was not built. */
  readonly template: () => Promise<string>;
  /** Static files by path; undefined when there is none. */
  readonly files: (pathname: string) => Promise<Response | undefined>;
  /** Own address without a trailing slash. */
  readonly publicUrl: string;
  readonly connectorUrl: string;
  readonly tokensUrl: string;
  readonly deskUrl: string;
  readonly sandboxUrl: string;
  readonly integrationId: string;
  /** Chosen by `?integration=chat`; any other id is the token service's to allow or refuse. */
  readonly chatIntegrationId?: string;
}

/** Query parameters that become data attributes of the script tag. */
const PASSED_ON = ['shadow', 'locale', 'theme', 'color-scheme', 'open', 'transports'];

const decodeSignIn = decode.object({
  user: decode.string({ min: 1, max: 40, pattern: /^[\p{L}\p{N}._-]+$/u }),
});

async function signIn(request: Request, site: SignedCookieSession): Promise<Response> {
  const body = await readJson(request, { maxBytes: 1024 });
  if (!body.ok) return bodyProblem(body.fault, { maxBytes: 1024 });
  const asked = decodeSignIn(body.value);
  if (!asked.ok) return problemFor('malformed', undefined, violationsOf(asked.faults));
  const customer = customerOf(asked.value.user);
  return json(200, { customer }, { 'set-cookie': await site.issue(customer) });
}

/** The shop's customer base: whoever asks, by name. */
function customerOf(user: string): SiteCustomer {
  const lower = user.toLowerCase();
  return {
    customerId: `shop-${lower}`,
    name: `${user.slice(0, 1).toUpperCase()}${user.slice(1)}`,
    identifiers: { emailAddresses: [`${encodeURIComponent(lower)}@shop.example`] },
  };
}

async function page(request: Request, options: ShopAppOptions): Promise<Response> {
  const url = new URL(request.url);
  const home = new URL(options.publicUrl);
  // Cookies and origins hang on the exact name: 127.0.0.1 and localhost are two sites to a browser.
  if (url.hostname !== home.hostname && isLoopbackName(url.hostname) && isLoopbackName(home.hostname)) {
    return Response.redirect(`${options.publicUrl}${url.pathname}${url.search}`, 307);
  }
  const nonce = encodeBase64Url(options.random.bytes(16));
  const { connectorUrl, tokensUrl, deskUrl, integrationId, chatIntegrationId } = options;
  const asked = url.searchParams.get('integration') ?? '';
  const chosen = asked === 'chat' ? chatIntegrationId : /^[\w-]{1,64}$/.test(asked) ? asked : undefined;
  const attributes: Record<string, string> = {
    'data-host-url': connectorUrl,
    'data-integration-id': chosen ?? integrationId,
    'data-token-url': `${tokensUrl}/token`,
  };
  for (const name of PASSED_ON) {
    const value = url.searchParams.get(name);
    if (value !== null && /^[\w,-]{0,64}$/.test(value)) attributes[`data-${name}`] = value;
  }
  const customer = (await options.site.read(request)) ?? null;
  const script = url.searchParams.has('inspect') ? '/inspected/widget.js' : '/widget.js';
  const shown: ShopPage = {
    nonce,
    script,
    attributes,
    config: { customer, deskUrl, connectorUrl, tokensUrl },
  };
  const html = renderShopPage(await options.template(), shown);
  return new Response(html, {
    headers: { ...headersOf(options, nonce), 'content-type': 'text/html; charset=utf-8' },
  });
}

function headersOf(options: ShopAppOptions, nonce: string): Record<string, string> {
  const { connectorUrl, tokensUrl, sandboxUrl } = options;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `connect-src 'self' ${connectorUrl} ${connectorUrl.replace(/^http/, 'ws')} ${tokensUrl}`,
    `img-src 'self' data: blob: ${connectorUrl} ${sandboxUrl}`,
    `media-src 'self' blob: ${connectorUrl} ${sandboxUrl}`,
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    // Made anew for each visit, with its nonce; `no-store` would keep the page out of the back/forward cache.
    'cache-control': 'private, no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}

function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

function notAllowed(method: string): Response {
  const response = problemFor('method-not-allowed', `Use ${method} here.`);
  response.headers.set('allow', method);
  return response;
}
