import { decode, type Clock, type Decoder, type Logger } from '../lib/index.ts';
import { decodeProblem } from '../protocol/index.ts';
import type { TokenKeeper } from './auth/tokenKeeper.ts';
import { readBaseUrl, type BaseUrl } from './baseUrl.ts';
import type { ProvidedToken } from './chatClient.ts';
import { ChatClientError } from './errors.ts';

/** A request that has no answer after so long counts as unreachable. */
export const REQUEST_TIMEOUT_MS = 20_000;
/** The road may be another one now: what is on its way on the old one has so long to be answered. */
export const HURRY_MS = 5000;

/**
 * Requests to the connector, with bearer and appkey. A 401 leads to one fresh token, shared with everybody who asks
 * at the same time, and one repeat.
 */
export interface Http {
  /** Rejects with `ChatClientError`; never stays open longer than twice `timeoutMs`. */
  call<T>(request: HttpCall<T>): Promise<T>;
  /** What may be asked twice and is on its way now is waited for no longer than `HURRY_MS`. */
  hurry(): void;
}

/** One request; `path` begins with a slash. */
export interface HttpCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>> | undefined;
  readonly json?: unknown;
  /** A body that is no JSON. */
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Reads the answer; without one the answer's body does not matter, and T is void. */
  readonly decoder: Decoder<T>;
  /** Default `REQUEST_TIMEOUT_MS`. */
  readonly timeoutMs?: number;
  /** May be asked twice; a GET always may. */
  readonly again?: boolean;
  readonly signal?: AbortSignal;
}

/** For answers whose body does not matter. */
export const noBody: Decoder<void> = () => ({ ok: true, value: undefined });

/** What the requests are made of. */
export interface HttpOptions {
  readonly baseUrl: BaseUrl;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly tokens: TokenKeeper;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Makes the request maker of one client. */
export function createHttp(given: HttpOptions): Http {
  const options = { ...given, flights: new Set<() => void>() };
  return {
    hurry() {
      const old = [...options.flights];
      given.clock.after(HURRY_MS, () => old.forEach((late) => late()));
    },
    async call(request) {
      const first = await options.tokens.get();
      try {
        return await attempt(options, request, first);
      } catch (fault) {
        if (!(fault instanceof ChatClientError) || fault.facts.status !== 401) throw fault;
        const fresh = await options.tokens.refresh(first.token);
        return attempt(options, request, fresh);
      }
    },
  };
}

/** The address of a path below the connector's, which may end with a slash. */
export function addressOf(baseUrl: BaseUrl, path: string, query: HttpCall<unknown>['query'] = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) words.set(name, value);
  const asked = words.toString();
  return `${readBaseUrl(baseUrl)}${path}${asked && `?${asked}`}`;
}

/** A request to the connector, with the two headers that every one carries. */
export function requestTo(
  baseUrl: BaseUrl,
  { token, appkey }: ProvidedToken,
  { path, query, headers, ...init }: RequestParts,
): Request {
  return new Request(addressOf(baseUrl, path, query), {
    ...init,
    headers: { authorization: `Bearer ${token}`, appkey, ...headers },
    cache: 'no-store',
    credentials: 'omit',
  });
}

/** What one request has of its own. */
export type RequestParts = Pick<HttpCall<unknown>, 'path' | 'query' | 'headers'> &
  Pick<RequestInit, 'method' | 'body' | 'signal'>;

/** Reads a refusal. A body that is none of ours is told by the status alone. */
export async function refusalOf(response: Response): Promise<ChatClientError> {
  const problem = await response.json().then(decodeProblem, () => undefined);
  const { status } = response;
  const after = Number(response.headers.get('retry-after') ?? NaN);
  const facts = { status, retryAfterSeconds: Number.isFinite(after) ? after : undefined };
  if (!problem?.ok) {
    const code = CODE_BY_STATUS[status] ?? (status >= 500 ? 'internal' : 'unexpected-answer');
    return new ChatClientError(code, `The connector answered ${status}`, facts);
  }
  const { code, detail, title, expected } = problem.value;
  return new ChatClientError(code, detail ?? title, { ...facts, expected });
}

/** A 403 or 404 without our words is not the connector's: a firewall or a portal on the road, and it may pass. */
const CODE_BY_STATUS: Readonly<Record<number, 'unauthenticated' | 'rate-limited'>> = {
  401: 'unauthenticated',
  429: 'rate-limited',
};

/** `flights`: what gives up each request under way that may be asked twice. */
interface Flying extends HttpOptions {
  readonly flights: Set<() => void>;
}

async function attempt<T>(options: Flying, request: HttpCall<T>, token: ProvidedToken): Promise<T> {
  const controller = new AbortController();
  const { method, path, query, json, headers } = request;
  const isJson = json !== undefined;
  const wire = requestTo(options.baseUrl, token, {
    ...{ method, path, query, signal: controller.signal },
    headers: {
      accept: 'application/json, application/problem+json',
      ...(isJson && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: isJson ? JSON.stringify(json) : (request.body ?? null),
  });
  return within(options, request, controller, async () => {
    const response = await options.fetch(wire).catch((cause: unknown) => {
      throw new ChatClientError('unreachable', 'The connector cannot be reached', { cause });
    });
    if (!response.ok) throw await refusalOf(response);
    return read(response, request.decoder, options.logger);
  });
}

async function read<T>(response: Response, decoder: Decoder<T>, logger: Logger): Promise<T> {
  const text =
    response.status === 204
      ? ''
      : await response.text().catch((cause: unknown) => {
          throw new ChatClientError('unreachable', 'The connection broke', { cause });
        });
  const decoded = text === '' ? decoder(undefined) : decode.decodeJson(text, decoder);
  if (decoded.ok) return decoded.value;
  const [first] = decoded.faults;
  const message = 'An answer of the connector cannot be read';
  logger.warn(message, { path: first?.path, why: first?.message });
  throw new ChatClientError('unexpected-answer', message, { status: response.status });
}

/** Settles in time even where the far end, or the fetch that was given, ignores the abort. */
function within<T>(
  { clock, flights }: Flying,
  { method, again, timeoutMs = REQUEST_TIMEOUT_MS, signal }: Omit<HttpCall<T>, 'decoder'>,
  controller: AbortController,
  work: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const letGo = (): void => {
      clock.clear(timer);
      flights.delete(late);
      signal?.removeEventListener('abort', late);
    };
    const late = (): void => {
      letGo();
      reject(new ChatClientError('unreachable', 'The connector cannot be reached'));
      controller.abort();
    };
    const timer = clock.after(timeoutMs, late);
    if (again || method === 'GET') flights.add(late);
    signal?.addEventListener('abort', late);
    if (signal?.aborted) late();
    else work().then(resolve, reject).finally(letGo);
  });
}
