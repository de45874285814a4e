import { sortable, type Json, type Store, type Transaction } from '../storage/index.ts';
import type { Clock, Logger, Random } from '../../lib/index.ts';
import type { Fetch, RequestContext, ServerApp } from '../app.ts';
import {
  bearerToken,
  bodyProblem,
  createCors,
  createJwtVerifier,
  createRateLimiter,
  guarded,
  hmacHex,
  json,
  problem,
  problemFor,
  readJson,
  tooManyRequests,
  violationsOf,
  type JwtVerifier,
} from '../http/index.ts';
import { createDeliveryQueue, jobKey, type DeliveryQueue } from './deliveryQueue.ts';
import { decodeDeviceBody, deviceKey, devicesOf, putDevice, removeDevice } from './deviceRegistry.ts';
import { decodePushCallback, isSignedBy, type PushCallback } from './pushCallback.ts';
import type { PushProvider } from './pushProvider.ts';
import type { RecordingProvider } from './recordingProvider.ts';

/**
 * The push connector. `POST /notifications` takes the signed callback of our connector or of AXP (axp.md 6);
 * `PUT` and `DELETE /devices/{deviceId}` register a device with the customer's token; `GET /healthz`.
 * `GET /recorded` exists only with `recorded`.
 */
export function createPushApp(options: PushAppOptions): ServerApp {
  if (options.secret === '') throw new RangeError('the push secret must not be empty');
  const { clock, fetch, logger, store } = options;
  const queue = createDeliveryQueue(options);
  const verifier = createJwtVerifier({ ...options.tokens, clock, fetch });
  const limiter = createRateLimiter(clock, { burst: 60, perSecond: 1 });
  const cors = createCors({
    origins: options.allowedOrigins,
    allowLoopback: options.allowLoopback ?? false,
    methods: ['PUT', 'DELETE'],
    headers: ['content-type', 'authorization'],
  });

  async function route(request: Request, context: RequestContext | undefined): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz') return json(200, { status: 'ok' });
    if (pathname === '/recorded' && options.recorded) return json(200, options.recorded.recorded());
    if (pathname === '/notifications') {
      return request.method === 'POST' ? receive(request, options, queue) : notAllowed('POST');
    }
    const deviceId = /^\/devices\/([\w.-]{1,128})$/.exec(pathname)?.[1];
    if (deviceId === undefined) return problemFor('not-found');
    if (request.method !== 'PUT' && request.method !== 'DELETE') return notAllowed('PUT, DELETE');
    const verdict = limiter.take(context?.remoteAddress ?? 'unknown');
    if (!verdict.allowed) return tooManyRequests(verdict.retryAfterSeconds);
    return register(request, deviceId, store, verifier);
  }

  return {
    fetch: (request, context) => guarded(logger, () => cors.wrap(request, (inner) => route(inner, context))),
    start: async () => queue.start(),
    stop: () => queue.stop(),
  };
}

/** What the push connector needs from the world and from its administrator. */
export interface PushAppOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly logger: Logger;
  /** The secret of the push configuration; not empty. */
  readonly secret: string;
  /** Whose customer tokens register devices. */
  readonly tokens: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  /** Exact origins of pages that may register devices. */
  readonly allowedOrigins: readonly string[];
  /** Development switch, see `CorsOptions`. */
  readonly allowLoopback?: boolean;
  readonly provider: PushProvider;
  /** Development switch: shows what was recorded at `GET /recorded`, to anybody. */
  readonly recorded?: RecordingProvider;
}

const MAX_BODY_BYTES = 8192;
/** An event id is remembered for a week: the replay of a captured callback has no effect before that. */
const REMEMBER_SECONDS = 7 * 24 * 3600;
const FORGET_AT_ONCE = 50;

/** 400 and 500 do not lead the sender to back off, 401 does (axp.md 6): a bad body is told apart from a bad signature. */
async function receive(request: Request, options: PushAppOptions, queue: DeliveryQueue): Promise<Response> {
  const body = await readJson(request, { maxBytes: MAX_BODY_BYTES });
  if (!body.ok) return bodyProblem(body.fault, { maxBytes: MAX_BODY_BYTES });
  const callback = decodePushCallback(body.value);
  if (!callback.ok) return problemFor('malformed', undefined, violationsOf(callback.faults));
  if (!(await isSignedBy(options.secret, callback.value, request.headers.get('x-hmac')))) {
    options.logger.warn('a push callback with a wrong signature was refused');
    return problem(401, 'unauthenticated', 'Wrong signature', 'x-hmac does not fit the ids and the secret.');
  }
  const jobs = await options.store.transact((transaction) =>
    accept(transaction, callback.value, options.clock.now()),
  );
  // Answered only now: what is acknowledged is on the disk, and a crash from here on loses nothing.
  if (jobs > 0) queue.kick();
  return json(200, { accepted: true });
}

async function accept(transaction: Transaction, callback: PushCallback, nowMs: number): Promise<number> {
  const seen = `push/seen/${callback.eventId}`;
  if ((await transaction.get(seen)) !== undefined) return 0;
  const nowSeconds = Math.floor(nowMs / 1000);
  await transaction.put(seen, nowSeconds);
  await transaction.put(`push/seen-at/${sortable(nowSeconds)}/${callback.eventId}`, callback.eventId);
  await forgetOld(transaction, nowSeconds - REMEMBER_SECONDS);
  const { eventId, conversationId, sessionId, eventDate, customerId } = callback;
  // The customer is not signed, so it only narrows: the device must be registered for both.
  const devices = await devicesOf(transaction, customerId, sessionId);
  for (const [index, key] of devices.entries()) {
    const notification = { eventId, conversationId, sessionId, eventDate };
    const job: Json = { deviceKey: key, notification, attempts: 0, dueAtMs: nowMs };
    await transaction.put(jobKey(eventId, index), job);
  }
  return devices.length;
}

async function forgetOld(transaction: Transaction, untilSeconds: number): Promise<void> {
  const prefix = 'push/seen-at/';
  const before = `${prefix}${sortable(untilSeconds)}`;
  for (const [key, eventId] of await transaction.list({ prefix, before, limit: FORGET_AT_ONCE })) {
    await transaction.delete(key);
    if (typeof eventId === 'string') await transaction.delete(`push/seen/${eventId}`);
  }
}

async function register(
  request: Request,
  deviceId: string,
  store: Store,
  verifier: JwtVerifier,
): Promise<Response> {
  const token = bearerToken(request);
  const verdict = token === undefined ? undefined : await verifier.verify(token);
  if (!verdict?.ok) return refusal(verdict?.reason);
  const customerId = verdict.claims.sub;
  if (request.method === 'DELETE') {
    await store.transact((transaction) => removeDevice(transaction, deviceKey(customerId, deviceId)));
    return new Response(null, { status: 204 });
  }
  const body = await readJson(request, { maxBytes: MAX_BODY_BYTES });
  if (!body.ok) return bodyProblem(body.fault, { maxBytes: MAX_BODY_BYTES });
  const device = decodeDeviceBody(body.value);
  if (!device.ok) return problemFor('malformed', undefined, violationsOf(device.faults));
  // Hashed because provider tokens may be longer than a key should be.
  const tokenHash = await hmacHex('push-token', `${device.value.platform}\n${device.value.token}`);
  await store.transact((transaction) =>
    putDevice(transaction, { ...device.value, deviceId, customerId }, tokenHash),
  );
  return json(200, { deviceId, sessionId: device.value.sessionId });
}

function refusal(reason: 'expired' | 'invalid' | 'unavailable' | undefined): Response {
  if (reason === 'unavailable')
    return problem(503, 'internal', 'The token keys are out of reach', 'Try again.');
  const response = problemFor(reason === 'expired' ? 'token-expired' : 'unauthenticated');
  response.headers.set('www-authenticate', 'Bearer');
  return response;
}

function notAllowed(methods: string): Response {
  const response = problemFor('method-not-allowed', `Use ${methods} here.`);
  response.headers.set('allow', methods);
  return response;
}
