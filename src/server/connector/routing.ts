import { Hono } from 'hono';
import { API_PREFIX } from '../../protocol/index.ts';
import type { RequestContext } from '../app.ts';
import { problemFor } from '../http/index.ts';
import { Refused, refusalAnswer } from './refused.ts';

/** One request on its way to a route. */
export interface Call {
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly context: RequestContext | undefined;
  /** A part of the path; empty when the pattern has none of that name. */
  param(name: string): string;
}

/** The methods that routes answer to; HEAD and OPTIONS are seen to above the routes. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** Answers one request. May throw `Refused`; anything else it throws is a fault of ours (500). */
export type Handler = (call: Call) => Promise<Response>;

/** Handlers by path below `/chat/v1` (`:name` is a part) and method. */
export type RouteTable = Readonly<Record<string, Partial<Record<Method, Handler>>>>;

/** Finds the handler: 404 for unknown paths, 405 with `Allow` for known ones, and a refusal becomes its problem body. */
export function createRouter(
  table: RouteTable,
): (request: Request, context?: RequestContext) => Promise<Response> {
  const hono = new Hono<{ Bindings: { readonly context: RequestContext | undefined } }>();
  for (const [path, methods] of Object.entries(table)) {
    const full = API_PREFIX + path;
    for (const [method, handler] of Object.entries(methods)) {
      hono.on(method, full, (c) => {
        const request = c.req.raw;
        const query = new URL(request.url).searchParams;
        return answered(handler, {
          request,
          query,
          context: c.env.context,
          param: (name) => c.req.param(name) ?? '',
        });
      });
    }
    const allow = Object.keys(methods).join(', ');
    hono.all(full, () => refusalAnswer(new Refused('method-not-allowed', `Use ${allow} here.`, { allow })));
  }
  hono.notFound(() => problemFor('not-found', 'There is no such address.'));
  // Faults of ours are told by `guarded`, above; Hono would make a text answer of them.
  hono.onError((error) => {
    throw error;
  });
  return async (request, context) => hono.fetch(request, { context });
}

/** Turns a `Refused` into its answer; everything else goes on up. */
export async function answered(handler: Handler, call: Call): Promise<Response> {
  try {
    return await handler(call);
  } catch (error) {
    if (error instanceof Refused) return refusalAnswer(error);
    throw error;
  }
}
