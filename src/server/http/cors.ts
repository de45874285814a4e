import { problemFor } from './problem.ts';

/**
 * Cross-origin access by an exact list. A request without `Origin` (another server, a test) passes, one with an
 * origin outside of the list is refused with 403 before the app sees it.
 */
export function createCors(options: CorsOptions): Cors {
  const listed = new Set(options.origins);
  const allows = (origin: string | null): boolean =>
    origin === null || listed.has(origin) || (options.allowLoopback === true && isLoopbackOrigin(origin));

  return {
    allows,
    async wrap(request, handle) {
      const origin = request.headers.get('origin');
      if (!allows(origin)) return refused();
      const preflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
      const response = preflight ? preflightAnswer(options) : await handle(request);
      return withHeaders(response, origin, options);
    },
  };
}

/** Whose pages may ask, and for what. */
export interface CorsOptions {
  /** Origins as browsers send them: `https://shop.example`, no path, no trailing slash, no wildcard. */
  readonly origins: readonly string[];
  /** Development switch: every origin on localhost, 127.0.0.1 or [::1], any port. Default false. */
  readonly allowLoopback?: boolean;
  /** Default GET, POST. */
  readonly methods?: readonly string[];
  /** Request headers that a page may set; default content-type, authorization, appkey. */
  readonly headers?: readonly string[];
  /** Answer headers that a page may read; default retry-after. */
  readonly exposedHeaders?: readonly string[];
  /** Whether cookies may come along; default false. */
  readonly credentials?: boolean;
  /** How long a browser may remember the preflight; default 600. */
  readonly maxAgeSeconds?: number;
}

/** A gate in front of an app. */
export interface Cors {
  /** Whether pages of this origin may ask; null (no `Origin` header) may. Use it for WebSocket upgrades. */
  allows(origin: string | null): boolean;
  /** Answers preflights, refuses foreign origins, else calls `handle` and adds the headers to its answer. */
  wrap(request: Request, handle: (request: Request) => Promise<Response>): Promise<Response>;
}

/** Whether the origin is a page on this very machine (localhost and its subdomains, 127.0.0.1, [::1]). */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  );
}

function refused(): Response {
  const detail = 'This server does not take requests from pages of that origin.';
  const response = problemFor('origin-refused', detail);
  response.headers.set('vary', 'origin');
  return response;
}

function preflightAnswer(options: CorsOptions): Response {
  const { methods = ['GET', 'POST'], headers = ['content-type', 'authorization', 'appkey'] } = options;
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': headers.join(', '),
      'access-control-max-age': String(options.maxAgeSeconds ?? 600),
    },
  });
}

function withHeaders(response: Response, origin: string | null, options: CorsOptions): Response {
  // A copy: headers of an answer that came from `fetch` or `Response.error` are immutable.
  const headers = new Headers(response.headers);
  headers.append('vary', 'origin');
  if (origin !== null) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-expose-headers', (options.exposedHeaders ?? ['retry-after']).join(', '));
    if (options.credentials) headers.set('access-control-allow-credentials', 'true');
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
