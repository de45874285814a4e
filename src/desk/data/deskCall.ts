import { decode } from '../../lib/index.ts';
import type { Decoder } from '../../lib/index.ts';
import { DeskFault, codeOfStatus } from './deskFault.ts';

/** How the desk reaches its server. Same origin; the token travels in a header and lives in this closure only. */
export interface DeskCall {
  /** Sends JSON (or a form, as it is) and reads the answer. @throws DeskFault */
  <T>(method: Method, path: string, decoder: Decoder<T>, body?: unknown): Promise<T>;
}

/** Verbs of the agent and administration APIs. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The platform's `fetch`, or a test's. */
export type DeskFetch = (url: string, init: RequestInit) => Promise<Response>;

/** @param baseUrl origin without a trailing slash; '' is the page's own. @param token absent before sign-in. */
export function createDeskCall(baseUrl: string, fetch: DeskFetch, token?: string): DeskCall {
  return async (method, path, decoder, body) => {
    const isForm = body instanceof FormData;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
    const payload = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
    const response = await fetch(`${baseUrl}${path}`, { method, headers, ...payload }).catch(
      (cause: unknown) => {
        throw new DeskFault('unreachable', `${method} ${path}: no answer`, { cause });
      },
    );
    if (!response.ok) throw await refusal(method, path, response);
    const input: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
    const decoded = decoder(input);
    if (decoded.ok) return decoded.value;
    const [fault] = decoded.faults;
    throw new DeskFault('server', `${method} ${path}: ${fault?.path ?? ''} ${fault?.message ?? ''}`);
  };
}

/** For answers without a body. */
export const decodeNothing: Decoder<undefined> = () => decode.good(undefined);

const decodeViolations = decode.object({
  detail: decode.optional(decode.string()),
  violations: decode.withDefault(
    decode.list(decode.object({ field: decode.string(), message: decode.string() })),
    [],
  ),
});

async function refusal(method: Method, path: string, response: Response): Promise<DeskFault> {
  const read = decodeViolations(await response.json().catch(() => undefined));
  const detail = read.ok ? (read.value.detail ?? '') : '';
  return new DeskFault(codeOfStatus(response.status), `${method} ${path}: ${response.status} ${detail}`, {
    violations: read.ok ? read.value.violations : [],
  });
}
