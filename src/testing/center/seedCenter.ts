import { decode, type Decoder } from '../../lib/index.ts';
import type { ServerApp } from '../../server/index.ts';

/** The addresses of the parts; nothing ever leaves the tab. */
export const ADDRESSES = {
  connector: 'https://chat.colloquy.test',
  sandbox: 'https://centre.colloquy.test',
  tokens: 'https://tokens.colloquy.test',
  webhook: 'https://chat.colloquy.test/hooks/in-the-tab-only-0001',
} as const;

/** The appkey of the test centre's page. */
export const PAGE_APPKEY = 'test-page-appkey';
/** The one administrator. */
export const ADMIN = { user: 'admin', password: 'test-administrator' } as const;

/** What the administration gave. */
export interface SeededCenter {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appkey: string;
  readonly messaging: Integration;
  readonly chat: Integration;
}

/** One way in. */
export interface Integration {
  readonly integrationId: string;
  readonly channelProviderId: string;
}

/** Calls a server of ours with JSON and reads the answer. Throws an Error that names the call where it was refused. */
export async function callJson<T>(
  app: ServerApp,
  call: { readonly method: string; readonly url: string; readonly body?: unknown; readonly token?: string },
  decoder: Decoder<T>,
): Promise<T> {
  const response = await app.fetch(
    new Request(call.url, {
      method: call.method,
      headers: {
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    }),
  );
  const text = await response.text();
  const what = `${call.method} ${call.url} answered ${response.status}`;
  if (!response.ok) throw new Error(`${what}: ${text}`);
  const decoded = text === '' ? decoder(undefined) : decode.decodeJson(text, decoder);
  if (!decoded.ok) throw new Error(`${what}, which cannot be read: ${decoded.faults[0]?.path}`);
  return decoded.value;
}

/** Sets up an application, two integrations and the agents, through the administration's own interface. */
export async function seedCenter(sandbox: ServerApp, agents: readonly string[]): Promise<SeededCenter> {
  const { token } = await post(sandbox, '/sign-in', { ...ADMIN }, decode.object({ token: decode.string() }));
  const make = <T>(path: string, body: unknown, decoder: Decoder<T>): Promise<T> =>
    post(sandbox, path, body, decoder, token);
  const application = await make(
    '/applications',
    { name: 'Connector' },
    decode.object({ clientId: decode.string(), clientSecret: decode.string(), appkey: decode.string() }),
  );
  const integration = async (kind: 'messaging' | 'chat'): Promise<Integration> => {
    const hostName = new URL(ADDRESSES.connector).hostname;
    const element = { name: `Element for ${kind}`, kind, hostName, callbackUrl: ADDRESSES.webhook };
    const made = await make(
      '/connector-elements',
      element,
      decode.object({ channelProviderId: decode.string() }),
    );
    const wanted = { name: `Integration for ${kind}`, kind, ...made };
    const { integrationId } = await make(
      '/integrations',
      wanted,
      decode.object({ integrationId: decode.string() }),
    );
    return { integrationId, ...made };
  };
  const messaging = await integration('messaging');
  const chat = await integration('chat');
  for (const name of agents)
    await make('/agents', { user: name.toLowerCase(), name, password: passwordOf(name) }, decode.anything);
  return { ...application, messaging, chat };
}

/** Lets an integration take conversations, or none any more. */
export async function enableIntegration(
  sandbox: ServerApp,
  integrationId: string,
  enabled: boolean,
): Promise<void> {
  const { token } = await post(sandbox, '/sign-in', { ...ADMIN }, decode.object({ token: decode.string() }));
  const url = `${ADDRESSES.sandbox}/admin/v1/integrations/${integrationId}`;
  const integration = await callJson(sandbox, { method: 'GET', url, token }, decode.map(decode.anything));
  await callJson(sandbox, { method: 'PUT', url, token, body: { ...integration, enabled } }, decode.anything);
}

/** Every test agent's password. */
export function passwordOf(name: string): string {
  return `test-agent-${name.toLowerCase()}`;
}

function post<T>(
  app: ServerApp,
  path: string,
  body: unknown,
  decoder: Decoder<T>,
  token?: string,
): Promise<T> {
  const url = `${ADDRESSES.sandbox}/admin/v1${path}`;
  return callJson(app, { method: 'POST', url, body, ...(token !== undefined && { token }) }, decoder);
}
