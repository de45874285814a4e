import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { silentLogger, systemClock, systemRandom } from '../../lib/index.ts';
import type { Clock, Logger, Random } from '../../lib/index.ts';
import type { Fetch, ServerApp } from '../app.ts';
import { StoreError } from '../storage/index.ts';
import type { Store } from '../storage/index.ts';
import { adminRoutes } from './admin/adminRoutes.ts';
import { accessTokenRoutes } from './auth/accessToken.ts';
import { checkApiCall } from './auth/apiGuard.ts';
import { createKeys } from './auth/keys.ts';
import { sdkTokenRoutes } from './auth/sdkTokenRoutes.ts';
import { PASSWORD_ROUNDS } from './auth/secrets.ts';
import { createTokens } from './auth/tokens.ts';
import { pictureRoutes } from './bot/pictureRoutes.ts';
import { chatRoutes } from './chat/chatRoutes.ts';
import { createOffice } from './core/office.ts';
import type { Office } from './core/office.ts';
import type { World } from './core/world.ts';
import { createDeskFeed } from './desk/deskFeed.ts';
import { deskRoutes } from './desk/deskRoutes.ts';
import { createEventStreams } from './desk/eventStream.ts';
import { extensionRoutes } from './extension/extensionRoutes.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { createMediaLinks } from './media/mediaLinks.ts';
import { mediaRoutes, signedMediaRoutes } from './media/mediaRoutes.ts';
import { messagingRoutes } from './messaging/messagingRoutes.ts';
import { createCallbackSender } from './webhooks/callbackSender.ts';
import { subscriptionRoutes } from './webhooks/subscriptionRoutes.ts';

/** The sandbox contact centre: REST, media, webhooks, routing, bot, agent and administration APIs over one store. */
export function createSandboxApp(options: SandboxOptions): ServerApp {
  const world = createWorld(options);
  const office = createOffice(world, createCallbackSender(world));
  const streams = createEventStreams(office);
  const app = new Hono({ strict: false });

  app.onError((error, c) => problemResponse(asProblem(error, world.logger), c.req.path));
  app.notFound((c) => problemResponse(new ProblemError(404, 'There is no such address.'), c.req.path));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.use('/api/*', noStore);
  app.use('/desk/v1/*', noStore);
  app.use('/admin/v1/*', noStore);
  apiRoutes(app, office);
  app.route('/greeter', pictureRoutes());
  app.route('/desk/v1', deskRoutes(office, streams));
  app.route('/admin/v1', adminRoutes(office));
  const { staticFiles } = options;
  if (staticFiles) {
    app.get('/desk/v1/*', (c) => c.notFound());
    app.get('/desk', (c) => staticFiles(c.req.raw));
    app.get('/desk/*', (c) => staticFiles(c.req.raw));
  }

  return {
    fetch: async (request) => app.fetch(request),
    start: () => office.open(),
    async stop() {
      streams.close();
      await office.close();
    },
  };
}

/** What the sandbox needs from the world. */
export interface SandboxOptions {
  /** Holds all state: whoever starts a new sandbox on it goes on where the old one stopped. */
  readonly store: Store;
  /** Own public address without a trailing slash, for absolute links. */
  readonly baseUrl: string;
  /** The tenant: six letters. */
  readonly accountId: string;
  /** The one user that exists before anybody is added. */
  readonly admin: { readonly user: string; readonly password: string };
  /** Default: the platform's. */
  readonly clock?: Clock;
  readonly random?: Random;
  /** Outgoing webhooks. Default: the platform's `fetch`. */
  readonly fetch?: Fetch;
  /** Default: silent. */
  readonly logger?: Logger;
  /** Whether the greeter bot speaks. Default true. */
  readonly bot?: boolean;
  /** Development switch: callbacks may be http on loopback. Default false: https only. */
  readonly allowLoopbackCallbacks?: boolean;
  /** Serves the desk page under `/desk` (paths under `/desk/v1` are the API). */
  readonly staticFiles?: Fetch;
  /** PBKDF2 rounds of new passwords, 1,000 and up. Default 100,000. */
  readonly passwordRounds?: number;
}

function createWorld(options: SandboxOptions): World {
  const { store, clock = systemClock, random = systemRandom } = options;
  const keys = createKeys(store, random);
  return {
    store,
    clock,
    random,
    keys,
    fetch: options.fetch ?? ((request) => fetch(request)),
    logger: options.logger ?? silentLogger,
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    accountId: options.accountId,
    admin: options.admin,
    bot: options.bot ?? true,
    allowLoopbackCallbacks: options.allowLoopbackCallbacks ?? false,
    passwordRounds: Math.max(1000, options.passwordRounds ?? PASSWORD_ROUNDS),
    tokens: createTokens(keys, clock),
    links: createMediaLinks(keys, clock),
    feed: createDeskFeed(random),
  };
}

/** The contact centre's own addresses, and the sandbox's extensions beside them. */
function apiRoutes(app: Hono, office: Office): void {
  app.route('/api/auth/v1', accessTokenRoutes(office));
  app.route('/api/media-store/v1/media', signedMediaRoutes(office));
  const guarded = {
    '/api/digital/chat/v1/accounts/:accountId': sdkTokenRoutes(office),
    '/api/digital/channel/v1/accounts/:accountId': chatRoutes(office),
    '/api/digital/custom-messaging/v1/accounts/:accountId': messagingRoutes(office),
    '/api/media-store/v1/accounts/:accountId/media': mediaRoutes(office),
    '/api/digital/webhook/v1/accounts/:accountId/subscriptions': subscriptionRoutes(office),
    '/api/x-sandbox/v1/accounts/:accountId': extensionRoutes(office),
  };
  for (const [path, routes] of Object.entries(guarded)) {
    app.use(`${path}/*`, async (c, next) => {
      await checkApiCall(office, c.req.raw, c.req.param('accountId') ?? '');
      await next();
    });
    app.route(path, routes);
  }
}

/** Answers are nobody's to keep, unless they say so themselves. */
const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};

/** What a failure is called outside; only the unexpected is logged, and never with a body. */
function asProblem(error: Error, logger: Logger): ProblemError {
  if (error instanceof ProblemError) return error;
  logger.error('A call failed.', { name: error.name, message: error.message });
  if (error instanceof StoreError && error.code === 'full')
    return new ProblemError(507, 'There is no room left to keep this; nothing was changed.');
  if (error instanceof StoreError && error.code === 'unavailable')
    return new ProblemError(503, 'The store is not available; nothing was changed. Try again later.');
  return new ProblemError(500, 'Something went wrong inside; nothing was changed.');
}
