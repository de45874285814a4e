import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  createLogger,
  createSeededRandom,
  createSimulatedClock,
  type SimulatedClock,
} from '../../../src/lib/index.ts';
import {
  decodeEngagement,
  decodeHistoryPage,
  decodeSendAnswer,
  decodeServerFrame,
  decodeSession,
  routes,
  type HistoryPage,
  type SendAnswer,
  type ServerFrame,
  type SessionView,
  type WireEngagement,
} from '../../../src/protocol/index.ts';
import type { Fetch, ServerApp, SocketDuplex } from '../../../src/server/app.ts';
import { createConnectorApp, type ConnectorOptions } from '../../../src/server/connector/index.ts';
import { CUSTOMER_TOKEN_TYPE } from '../../../src/server/http/index.ts';
import { createSandboxApp } from '../../../src/server/sandbox/index.ts';
import { createMemoryStore, type Store } from '../../../src/server/storage/index.ts';

export const CONNECTOR = 'https://chat.test';
export const CENTRE = 'https://centre.test';
export const TOKENS = 'https://tokens.test';
export const PUSH = 'https://push.test/callback';
export const SHOP = 'https://shop.test';
export const HOOK = `${CONNECTOR}/hooks/0123456789abcdef`;
export const APPKEY = 'the-page-appkey';
export const ACCOUNT = 'ABCDEF';

/** Parsed JSON: tests look into it freely. */
export type Loose = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly body: Loose;
  readonly headers: Headers;
}

export interface Claims {
  readonly sub?: string;
  readonly name?: string;
  readonly verifiedCustomer?: boolean;
  readonly identifiers?: Record<string, string[]>;
  readonly integrationId?: string;
  readonly ttlSeconds?: number;
  readonly aud?: string;
  readonly typ?: string;
}

/** One call upstream, as the contact centre saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: Loose;
}

export type Kit = Awaited<ReturnType<typeof createKit>>;

export interface KitOptions {
  readonly connector?: Partial<ConnectorOptions>;
  readonly bot?: boolean;
  /** The connector's; default one in memory. */
  readonly store?: Store;
}

const kept: ServerApp[] = [];

/** Stops what the tests of a file started. */
export async function stopAll(): Promise<void> {
  for (const app of kept.splice(0).reverse()) await app.stop();
}

/** A whole small world in one process: sandbox, connector, published keys and a push receiver, on one still clock. */
export async function createKit(more: KitOptions = {}) {
  const clock = createSimulatedClock();
  const signer = await createSigner(clock);
  const seen: Seen[] = [];
  const pushes: { body: Loose; headers: Headers }[] = [];
  const lines: string[] = [];
  const faults: Faults = { upstream: undefined, callback: undefined, pushStatus: 204 };
  let connector: ServerApp | undefined;

  const world: Fetch = async (request) => {
    const { origin, pathname, search } = new URL(request.url);
    if (origin === TOKENS) return Response.json(signer.jwks);
    if (origin === new URL(PUSH).origin) {
      pushes.push({ body: await request.json(), headers: request.headers });
      return new Response(null, { status: faults.pushStatus });
    }
    if (origin === CONNECTOR) {
      const pass = (): Promise<Response> =>
        connector?.fetch(request.clone()) ?? Promise.reject(refusedConnection());
      return faults.callback ? faults.callback(await request.clone().json(), pass) : pass();
    }
    const body = await bodyOf(request);
    const call = { method: request.method, path: pathname + search, body };
    const pass = async (): Promise<Response> => {
      seen.push(call);
      return sandbox.fetch(request);
    };
    return faults.upstream ? faults.upstream(call, pass) : pass();
  };
  const sandbox = createSandboxApp({
    store: createMemoryStore(),
    clock,
    random: createSeededRandom(7),
    baseUrl: CENTRE,
    accountId: ACCOUNT,
    admin: { user: 'admin', password: 'admin-password' },
    passwordRounds: 1000,
    bot: more.bot ?? false,
    fetch: world,
  });
  await sandbox.start();
  kept.push(sandbox);
  const ids = await seed(sandbox);

  const options = (store: Store): ConnectorOptions => ({
    store,
    clock,
    random: createSeededRandom(11),
    fetch: world,
    logger: createLogger('DEBUG', (level, text, fields) =>
      lines.push(`${level} ${text} ${JSON.stringify(fields)}`),
    ),
    publicUrl: CONNECTOR,
    allowedOrigins: [SHOP],
    appkey: APPKEY,
    tokens: { issuer: TOKENS, audience: CONNECTOR, jwksUrl: `${TOKENS}/.well-known/jwks.json` },
    upstream: {
      baseUrl: CENTRE,
      accountId: ACCOUNT,
      clientId: ids.clientId,
      clientSecret: ids.clientSecret,
      appkey: ids.appkey,
    },
    integrations: [
      { id: ids.messaging, kind: 'messaging', channelProviderId: ids.messagingElement },
      { id: ids.chat, kind: 'chat', channelProviderId: ids.chatElement },
    ],
    webhookUrl: HOOK,
    push: { callbackUrl: PUSH, secret: 'push-secret', configId: 'config-1' },
    sandboxExtensions: true,
    ...more.connector,
  });

  const store = more.store ?? createMemoryStore();
  let life = { dead: false };
  let persons = 0;
  async function boot(): Promise<ServerApp> {
    const own = { dead: false };
    life = own;
    const app = createConnectorApp(options(mortal(store, own)));
    connector = app;
    kept.push(app);
    await app.start();
    return app;
  }
  await boot();

  async function settle(ms = 0): Promise<void> {
    // What is under way ends first: a jump would otherwise overtake calls that take no time at all.
    for (let turn = 0; turn < (ms > 0 ? 60 : 40); turn++) {
      await clock.advanceAsync(ms > 0 && turn === 20 ? ms : 0);
      await realTurn();
    }
  }
  const app = (): ServerApp => {
    if (!connector) throw new Error('the connector is down');
    return connector;
  };

  return {
    clock,
    seen,
    pushes,
    lines,
    faults,
    ids,
    store,
    sandbox,
    settle,
    fetch: (request: Request) => app().fetch(request),
    app,
    /** The process dies without a word; its timers fire into nothing. */
    kill() {
      life.dead = true;
      if (connector) kept.splice(kept.indexOf(connector), 1);
      connector = undefined;
    },
    restart: boot,
    token: (claims: Claims = {}) =>
      signer.sign({ sub: 'guest-1', integrationId: ids.messaging, aud: CONNECTOR, ...claims }),
    person: (claims: Claims = {}) => {
      persons += 1;
      const device = `${claims.sub ?? 'guest-1'}${persons > 1 ? `-at-${persons}` : ''}`;
      return createPerson({ app, settle, clock, device }, () => signer, ids.messaging, claims);
    },
    agent: (user: string) => signIn(sandbox, user),
    hook: (body: Loose) => postHook(app(), body),
  };
}

export interface Faults {
  /** Answers a call to the contact centre instead of it, or after it. */
  upstream: ((call: Seen, pass: () => Promise<Response>) => Promise<Response>) | undefined;
  /** Stands between the contact centre's callbacks and the connector. */
  callback: ((body: Loose, pass: () => Promise<Response>) => Promise<Response>) | undefined;
  pushStatus: number;
}

/** A store that a killed process has lost: nothing it still does arrives. */
function mortal(store: Store, life: { dead: boolean }): Store {
  return {
    transact: (work) => (life.dead ? new Promise(() => undefined) : store.transact(work)),
    close: () => store.close(),
  };
}

/** As Node's fetch tells that nobody listens. */
export function refusedConnection(): Error {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  });
}

/** WebCrypto answers off-thread: a question of our own comes back after those before it. */
async function realTurn(): Promise<void> {
  await crypto.subtle.digest('SHA-256', new Uint8Array());
}

async function bodyOf(request: Request): Promise<Loose> {
  const text = /json/.test(request.headers.get('content-type') ?? '') ? await request.clone().text() : '';
  return text === '' ? undefined : JSON.parse(text);
}

async function createSigner(clock: SimulatedClock) {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }] };
  let count = 0;
  return {
    jwks,
    sign({
      ttlSeconds = 900,
      typ = CUSTOMER_TOKEN_TYPE,
      aud = CONNECTOR,
      ...claims
    }: Claims): Promise<string> {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ verifiedCustomer: false, ...claims, jti: `token-${++count}` })
        .setProtectedHeader({ alg: 'ES256', typ, kid: 'key-1' })
        .setIssuer(TOKENS)
        .setAudience(aud)
        .setIssuedAt(now)
        .setNotBefore(Math.min(now, now + ttlSeconds))
        .setExpirationTime(now + ttlSeconds)
        .sign(privateKey);
    },
  };
}

async function callJson(
  app: ServerApp,
  method: string,
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await app.fetch(
    new Request(url, {
      method,
      headers: { ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    }),
    { remoteAddress: '203.0.113.9' },
  );
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

function postHook(app: ServerApp, body: Loose): Promise<Answer> {
  return callJson(app, 'POST', HOOK, body, {});
}

async function signIn(sandbox: ServerApp, user: string) {
  const sign = { user, password: `${user}-password` };
  const { body } = await callJson(sandbox, 'POST', `${CENTRE}/desk/v1/sign-in`, sign, {});
  return (method: string, path: string, sent?: unknown): Promise<Answer> =>
    callJson(sandbox, method, `${CENTRE}/desk/v1${path}`, sent, { authorization: `Bearer ${body.token}` });
}

async function seed(sandbox: ServerApp) {
  const call = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    callJson(sandbox, 'POST', `${CENTRE}/admin/v1${path}`, body, headers);
  const { token } = (await call('/sign-in', { user: 'admin', password: 'admin-password' })).body;
  const make = async (path: string, body: unknown): Promise<Loose> =>
    (await call(path, body, { authorization: `Bearer ${token}` })).body;
  const { clientId, clientSecret, appkey } = await make('/applications', { name: 'Connector' });
  const found: Record<string, string> = {};
  for (const kind of ['messaging', 'chat']) {
    const element = { name: `The ${kind} element`, kind, hostName: 'chat.test', callbackUrl: HOOK };
    const { channelProviderId } = await make('/connector-elements', element);
    const integration = { name: `The ${kind} integration`, kind, channelProviderId };
    found[`${kind}Element`] = channelProviderId;
    found[kind] = (await make('/integrations', integration)).integrationId;
  }
  for (const user of ['ada', 'ben'])
    await make('/agents', { user, name: user, password: `${user}-password` });
  const { messaging = '', chat = '', messagingElement = '', chatElement = '' } = found;
  return { clientId, clientSecret, appkey, messaging, chat, messagingElement, chatElement };
}

interface PersonWorld {
  readonly app: () => ServerApp;
  readonly settle: (ms?: number) => Promise<void>;
  readonly clock: SimulatedClock;
  /** Names the browser: its ids of messages and its sender's begin with it. */
  readonly device: string;
}

/** One customer in one browser. */
async function createPerson(
  world: PersonWorld,
  signer: () => Awaited<ReturnType<typeof createSigner>>,
  messaging: string,
  claims: Claims,
) {
  const own = { sub: 'guest-1', integrationId: messaging, ...claims };
  let token = await signer().sign(own);
  let clientSeq = 0;
  let view: SessionView | undefined;
  const headers = (): Record<string, string> => ({
    authorization: `Bearer ${token}`,
    appkey: APPKEY,
    origin: SHOP,
  });
  const call = (method: string, path: string, body?: unknown, extra: Record<string, string> = {}) =>
    callJson(world.app(), method, CONNECTOR + path, body, { ...headers(), ...extra });
  const session = (): SessionView => {
    if (!view) throw new Error('no session yet');
    return view;
  };
  const person = {
    call,
    headers,
    session,
    token: () => token,
    async renew(change: Claims = {}): Promise<string> {
      token = await signer().sign({ ...own, ...change });
      return token;
    },
    async begin(extra: object = {}): Promise<SessionView> {
      const answer = await call('POST', routes.sessions(), { integrationId: own.integrationId, ...extra });
      view = read(decodeSession(answer.body), answer);
      return view;
    },
    async open(parameters?: Record<string, string>): Promise<WireEngagement> {
      const answer = await call('POST', routes.engagements(session().sessionId), { parameters });
      return read(decodeEngagement(answer.body), answer);
    },
    engagementId: () => session().engagements[0]?.engagementId ?? '',
    send: (engagementId: string, body: unknown, change: object = {}): Promise<Answer> => {
      clientSeq += 1;
      return call('POST', routes.messages(session().sessionId, engagementId), {
        clientMessageId: `client-${world.device}-${clientSeq}`,
        senderId: `device-${world.device}`,
        clientSeq,
        body,
        ...change,
      });
    },
    async say(engagementId: string, text: string): Promise<SendAnswer> {
      const answer = await person.send(engagementId, { type: 'text', text });
      return read(decodeSendAnswer(answer.body), answer);
    },
    async history(engagementId: string, query = ''): Promise<HistoryPage> {
      const answer = await call('GET', routes.history(session().sessionId, engagementId) + query);
      return read(decodeHistoryPage(answer.body), answer);
    },
    async poll(cursor: string, query = '&wait=0'): Promise<readonly ServerFrame[]> {
      const path = `${routes.poll(session().sessionId)}?cursor=${cursor}${query}`;
      return framesOf((await call('GET', path)).body.frames);
    },
    async sse(cursor?: string): Promise<Heard> {
      const response = await world.app().fetch(
        new Request(CONNECTOR + routes.stream(session().sessionId), {
          headers: {
            ...headers(),
            accept: 'text/event-stream',
            ...(cursor ? { 'last-event-id': cursor } : {}),
          },
        }),
      );
      return hearSse(response);
    },
    socket: (first: object = {}): TestSocket => {
      const socket = createTestSocket();
      const request = new Request(CONNECTOR + routes.socket(session().sessionId), {
        headers: { origin: SHOP },
      });
      void world.app().fetch(request, { acceptSocket: () => socket.duplex, remoteAddress: '203.0.113.9' });
      queueMicrotask(() => socket.say({ type: 'authenticate', token, appkey: APPKEY, ...first }));
      return socket;
    },
  };
  return person;
}

export type Person = Awaited<ReturnType<typeof createPerson>>;

function read<T>(
  decoded: { ok: true; value: T } | { ok: false; faults: readonly unknown[] },
  answer: Answer,
): T {
  if (decoded.ok) return decoded.value;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)} ${JSON.stringify(decoded.faults)}`);
}

/** Frames that decode: what the connector says must be what the page can read. */
export function framesOf(values: readonly unknown[]): readonly ServerFrame[] {
  return values.map((value) => {
    const decoded = decodeServerFrame(value);
    if (!decoded.ok) throw new Error(`${JSON.stringify(value)} ${JSON.stringify(decoded.faults)}`);
    return decoded.value;
  });
}

export interface Heard {
  readonly status: number;
  readonly frames: ServerFrame[];
  /** The `id:` lines. */
  readonly ids: string[];
  readonly ended: () => boolean;
  cancel(): void;
}

function hearSse(response: Response): Heard {
  const frames: ServerFrame[] = [];
  const ids: string[] = [];
  const reader = response.body?.getReader();
  let ended = false;
  void (async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const line of blocks.flatMap((block) => block.split('\n'))) {
        if (line.startsWith('id: ')) ids.push(line.slice(4));
        if (line.startsWith('data: ')) frames.push(...framesOf([JSON.parse(line.slice(6))]));
      }
    }
    ended = true;
  })();
  return { status: response.status, frames, ids, ended: () => ended, cancel: () => void reader?.cancel() };
}

export interface TestSocket {
  readonly duplex: SocketDuplex & { bufferedBytes: number };
  readonly frames: ServerFrame[];
  readonly closed: () => { code: number; reason: string } | undefined;
  say(frame: object | string): void;
  /** The page's side goes away. */
  drop(): void;
  /** Whether sent bytes pile up instead of leaving. */
  stuck: boolean;
}

export function createTestSocket(): TestSocket {
  const frames: ServerFrame[] = [];
  let closed: { code: number; reason: string } | undefined;
  let onText: (text: string) => void = () => undefined;
  let onClose: (code: number) => void = () => undefined;
  const waiting: string[] = [];
  const duplex = {
    bufferedBytes: 0,
    send(text: string) {
      frames.push(...framesOf([JSON.parse(text)]));
      if (socket.stuck) duplex.bufferedBytes += text.length;
    },
    close(code: number, reason: string) {
      closed ??= { code, reason };
      onClose(code);
    },
    onText(handler: (text: string) => void) {
      onText = handler;
      for (const text of waiting.splice(0)) handler(text);
    },
    onClose: (handler: (code: number) => void) => void (onClose = handler),
  };
  const socket: TestSocket = {
    duplex,
    frames,
    closed: () => closed,
    say: (frame) => onText(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    drop: () => onClose(1001),
    stuck: false,
  };
  return socket;
}

/** The entries among frames, as `TYPE` words. */
export function typesOf(frames: readonly ServerFrame[]): readonly string[] {
  return frames.flatMap((frame) => (frame.type === 'event' ? [frame.event.type] : []));
}
