import type { ServerApp } from '../app.ts';
import { createCors, createJwtVerifier, createRateLimiter, guarded, json } from '../http/index.ts';
import { createAuthenticator } from './auth/authenticator.ts';
import { createKeptList, type KeptList } from '../keptList.ts';
import type { Connector } from './connector.ts';
import {
  settingsOf,
  type ConnectorOptions,
  type ConnectorSettings,
  type IntegrationOptions,
} from './connectorOptions.ts';
import { engagementRoutes } from './engagements/engagementRoutes.ts';
import { createTypingSignals } from './engagements/typingSignals.ts';
import { createStreamRegistry } from './gateways/streamRegistry.ts';
import { streamRoutes } from './gateways/streamRoutes.ts';
import { doJob } from './jobs/doJob.ts';
import { createJobRunner } from './jobs/jobRunner.ts';
import { createSettler, type Settler } from './jobs/settler.ts';
import { createBus } from './log/bus.ts';
import { createMediaLinks } from './media/mediaLinks.ts';
import { giveDownload, takeUpload } from './media/mediaRoutes.ts';
import { createPushCallbacks } from './push/pushCallbacks.ts';
import { chatsHeardBy } from './reconcile/chatsHeardBy.ts';
import { reconcileEngagement } from './reconcile/reconcileEngagement.ts';
import { createReconciler, type ReconcilerWorld } from './reconcile/reconciler.ts';
import { answered, createRouter, type RouteTable } from './routing.ts';
import { askerOf, sessionRoutes } from './sessions/sessionRoutes.ts';
import { createSessionSweep, type SessionSweep } from './sessions/sessionSweep.ts';
import { tellPresence } from './sessions/tellPresence.ts';
import { createUpstream, type Upstream } from './upstream/createAdapters.ts';
import { createProvisioner, type Provisioner } from './upstream/provisioner.ts';
import { receiveCallback } from './webhooks/receiveCallback.ts';

/**
 * The chat connector: sessions and event streams towards the page, Digital REST APIs and callbacks towards the contact
 * centre. All that counts is in the store: killed and started again on it, it goes on.
 * Throws a RangeError for an option out of its range.
 */
export function createConnectorApp(options: ConnectorOptions): ServerApp {
  const settings = settingsOf(options);
  const { connector, upstream, settler, sweep, integrations, provisioner } = assemble(settings);
  let draining = false;

  const cors = createCors({
    origins: settings.allowedOrigins,
    allowLoopback: settings.allowLoopback ?? false,
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    headers: ['content-type', 'authorization', 'appkey', 'idempotency-key', 'last-event-id'],
  });
  const route = createRouter({
    ...sessionRoutes(connector),
    ...engagementRoutes(connector),
    ...streamRoutes(connector, () => draining),
    ...mediaRoutes(connector, upstream),
  });
  const webhookPath = new URL(settings.webhookUrl).pathname;

  return {
    fetch: (request, context) =>
      guarded(settings.logger, () =>
        cors.wrap(request, async (inner) => {
          const { pathname, searchParams: query } = new URL(inner.url);
          if (pathname === '/healthz') return json(200, { status: draining ? 'draining' : 'ok' });
          // The port is open before `start`: a callback judged without the list would be skipped as none of ours, and lost.
          await integrations.all();
          if (pathname === webhookPath && inner.method === 'POST') {
            const call = { request: inner, query, context, param: () => '' };
            return answered(() => receiveCallback(connector, inner), call);
          }
          return route(inner, context);
        }),
      ),
    async start() {
      await integrations.all();
      await sweep.start();
      await connector.jobs.start();
      await settler.start();
      await provisioner.cover((await integrations.all()).map((each) => each.channelProviderId));
    },
    async stop() {
      draining = true;
      connector.streams.drain(() => settings.random.next());
      provisioner.stop();
      sweep.stop();
      settler.stop();
      connector.reconciler.stop();
      connector.typing.stop();
      await connector.jobs.stop();
    },
  };
}

interface Assembly {
  readonly connector: Connector;
  readonly upstream: Upstream;
  readonly settler: Settler;
  readonly sweep: SessionSweep;
  readonly integrations: KeptList<IntegrationOptions>;
  readonly provisioner: Provisioner;
}

function assemble(settings: ConnectorSettings): Assembly {
  const { store, clock, random, fetch, logger, tokens } = settings;
  const world = { store, clock, random, fetch, logger };
  const upstream = createUpstream(settings, world);
  const provisioner = createProvisioner(settings, upstream.call);
  const integrations = createKeptList({
    source: settings.integrations,
    clock,
    logger,
    onRead: upstream.cover,
  });
  const bus = createBus();
  const settler = createSettler(() => connector);
  const sweep = createSessionSweep(() => connector);
  const verifier = createJwtVerifier({ ...tokens, algorithms: [tokens.algorithm ?? 'ES256'], clock, fetch });
  const connector: Connector = {
    ...world,
    settings,
    bus,
    authenticator: createAuthenticator({ clock, appkey: settings.appkey, verifier }),
    streams: createStreamRegistry(clock, {
      onSession(sessionId, present) {
        sweep.note(sessionId, present);
        if (present) connector.reconciler.resumed(sessionId);
      },
      onCustomer: (_customer, sessionId, present) => tellPresence(connector, sessionId, present),
    }),
    jobs: createJobRunner(world, (task, job) => doJob(connector, settler, task, job)),
    media: createMediaLinks(world),
    typing: createTypingSignals(clock, bus),
    push: createPushCallbacks(world, settings.push),
    reconciler: createReconciler(reconcilerWorld(settings, () => connector)),
    sendLimiter: createRateLimiter(clock, { burst: 500, perSecond: 100 / 60 }),
    openLimiter: createRateLimiter(clock, { burst: 40, perSecond: 20 / 60 }),
    adapterOf: (integrationId) => upstream.adapters.get(integrationId),
    async findAdapter(integrationId) {
      const found = await integrations.find(integrationId);
      // Before the first message: what is said in answer must find its way to us.
      if (found) await provisioner.cover([found.channelProviderId]);
      return upstream.adapters.get(integrationId);
    },
    serves: (provider) => [...upstream.adapters.values()].some((each) => each.channelProviderId === provider),
    opening: new Set(),
  };
  return { connector, upstream, settler, sweep, integrations, provisioner };
}

function reconcilerWorld(settings: ConnectorSettings, connector: () => Connector): ReconcilerWorld {
  return {
    clock: settings.clock,
    everyMs: settings.reconcileEveryMs,
    heardBy: (sessionId) => chatsHeardBy(settings.store, sessionId),
    hasStream: (sessionId) => connector().streams.has(sessionId),
    compare: (place) => reconcileEngagement(connector(), place),
    onFault(error) {
      const text = error instanceof Error ? error.message : 'unknown';
      settings.logger.error('comparing a conversation failed; later again', { error: text });
    },
  };
}

function mediaRoutes(connector: Connector, { mediaStore }: Upstream): RouteTable {
  return {
    '/sessions/:session/attachments': {
      async POST(call) {
        const customer = await askerOf(connector, call);
        const { request } = call;
        return takeUpload(connector, mediaStore, { request, sessionId: call.param('session'), customer });
      },
    },
    '/media/:attachment': {
      GET: (call) => giveDownload(connector, mediaStore, call.param('attachment'), call.query),
    },
  };
}
