import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { silentLogger } from '../../../src/lib/index.ts';
import { listen } from '../../../src/server/node/listen.ts';
import { createTestCenter, type ScriptedAgent } from '../../../src/testing/index.ts';

const brotli = promisify(brotliCompress);
const DIST = new URL('../../../dist/', import.meta.url);

/**
 * One small server for pages that try the built widget: the pages of `html`, the widget's files, a token endpoint
 * (`/token?customer=…`) and a whole contact centre in this very process, over server-sent events or long poll.
 * @param html the page of a path, with its headers; undefined where there is none.
 * @param options whether the greeter speaks first (default true); else the first message rings at the agent's.
 */
export async function startChatServer(
  html: (url: URL) => ServedPage | undefined,
  { bot = true }: { readonly bot?: boolean } = {},
): Promise<ChatServer> {
  const center = await createTestCenter({ bot });
  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const page = html(url);
    if (page)
      return new Response(page.body, {
        headers: { 'content-type': 'text/html; charset=utf-8', ...page.headers },
      });
    if (/^\/widget(\.js|\/)/.test(url.pathname)) return file(url.pathname, request.headers);
    if (url.pathname === '/token') {
      const customerId = url.searchParams.get('customer') ?? 'guest';
      const { token, appkey } = await center.jwtProvider({ customerId, name: 'Robin' })();
      return Response.json({ jwtToken: token, appkey, hostURL: url.origin });
    }
    const headers = new Headers(request.headers);
    headers.delete('origin');
    headers.delete('host');
    const body = request.method === 'GET' ? undefined : await request.arrayBuffer();
    const { method, signal } = request;
    return center.world.fetch(
      new Request(center.baseUrl.replace(/\/$/, '') + url.pathname + url.search, {
        ...{ method, headers, signal },
        ...(body !== undefined && { body }),
      }),
    );
  };
  const app = { fetch: answer, start: async () => undefined, stop: async () => undefined };
  const { port, close } = await listen(app, { host: '127.0.0.1', port: 0, logger: silentLogger });
  return {
    origin: `http://127.0.0.1:${port}`,
    integrationId: center.integrationId,
    agent: () => center.agent(),
    async stop() {
      await close(0);
      await center.stop();
    },
  };
}

/** A page and the headers it comes with. */
export interface ServedPage {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** See `startChatServer`. */
export interface ChatServer {
  readonly origin: string;
  readonly integrationId: string;
  /** Signs the agent in. */
  readonly agent: () => Promise<ScriptedAgent>;
  readonly stop: () => Promise<void>;
}

const compressed = new Map<string, Promise<Buffer<ArrayBuffer>>>();

/** As a web server sends it: compressed for those who take that, which browsers do on safe lines and on this very machine. */
async function file(pathname: string, asked: Headers): Promise<Response> {
  const takesBrotli = /\bbr\b/.test(asked.get('accept-encoding') ?? '');
  try {
    const type = pathname.endsWith('.html') ? 'text/html' : 'text/javascript';
    const path = fileURLToPath(new URL(`.${pathname}`, DIST));
    const bytes = await (takesBrotli ? brotliOf(path) : readFile(path));
    const encoding = takesBrotli ? { 'content-encoding': 'br' } : {};
    return new Response(bytes, {
      headers: { 'content-type': type, 'access-control-allow-origin': '*', ...encoding },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}

function brotliOf(path: string): Promise<Buffer<ArrayBuffer>> {
  const known = compressed.get(path) ?? readFile(path).then((bytes) => brotli(bytes));
  compressed.set(path, known);
  return known;
}
