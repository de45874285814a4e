import { decode, type Decoder } from '../../lib/index.ts';
import type { Fetch } from '../app.ts';

/** Signs in at the sandbox's administration API. Every call rejects with a RangeError whose message is a line for a person. */
export async function signInAdmin(order: AdminOrder): Promise<AdminApi> {
  const { fetch, sandboxUrl, admin } = order;
  const base = `${sandboxUrl}/admin/v1`;
  const ask = (token: string | undefined, method: string, path: string, body: unknown): Promise<Response> =>
    fetch(
      new Request(`${base}/${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const { token } = await read(await ask(undefined, 'POST', 'sign-in', admin), 'sign-in', decodeSignedIn);
  return {
    call: async (method, path, body, decoder) =>
      read(await ask(token, method, path, body), `${method} ${path}`, decoder),
    async has(collection, id) {
      if (id === undefined) return false;
      const response = await ask(token, 'GET', `${collection}/${id}`, undefined);
      await response.body?.cancel();
      return response.ok;
    },
  };
}

/** Where the sandbox is and who asks. */
export interface AdminOrder {
  /** Calls the sandbox. */
  readonly fetch: Fetch;
  readonly sandboxUrl: string;
  readonly admin: { readonly user: string; readonly password: string };
}

/** The administration API, signed in. */
export interface AdminApi {
  call<T>(method: string, path: string, body: unknown, decoder: Decoder<T>): Promise<T>;
  has(collection: string, id: string | undefined): Promise<boolean>;
}

const decodeSignedIn = decode.object({ token: decode.string({ min: 1, max: 4096 }) });

async function read<T>(response: Response, what: string, decoder: Decoder<T>): Promise<T> {
  const decoded = decode.decodeJson(await response.text(), decoder);
  if (response.ok && decoded.ok) return decoded.value;
  const line = `The sandbox refused its set-up: ${what} answered ${response.status}.`;
  throw new RangeError(
    response.status === 401 ? `${line} Does the data folder belong to another start?` : line,
  );
}
