import { AXP_LIMITS } from '../../../protocol/axp/index.ts';
import type { Json } from '../../storage/index.ts';
import { signAttachments } from '../core/messageView.ts';
import type { JobRow } from '../core/tables.ts';
import { tables } from '../core/tables.ts';
import type { World } from '../core/world.ts';
import type { CallbackBody } from './callbackOf.ts';
import { createLanes } from './lanes.ts';
import { wants } from './wants.ts';

/** A callback that nobody took for so long is dropped, with an error in the log. */
const GIVE_UP_MS = 24 * 60 * 60 * 1000;
/** Rows read of a lane at a time. */
const BATCH = 16;

/** Carries callbacks from the job table to their receivers: at least once, in order within each lane. */
export interface CallbackSender {
  /** Lanes that have work; others stay as they are. */
  wake(lanes: Iterable<string>): void;
  /** Takes up what a former life left behind. */
  start(): Promise<void>;
  /** Stops and cuts the running calls; what is left stays in the table. */
  stop(): Promise<void>;
  /** One try without a row, only to subscriptions with nothing waiting before it. */
  sendLossy(engagementId: string, channelProviderId: string, callback: CallbackBody): void;
}

/** The sender of `world`'s store, clock and `fetch`. */
export function createCallbackSender(world: World): CallbackSender {
  let halt = new AbortController();
  const lanes = createLanes(world, {
    next: (lane) => nextJobs(world, lane),
    settle: (job) => settleJob(world, job, halt.signal),
  });
  return {
    wake: lanes.wake,
    async start() {
      halt = new AbortController();
      const jobs = await world.store.transact((tx) => tables.jobs.list(tx));
      lanes.start(jobs.map((job) => tables.jobs.keyOf(job.subscriptionId, job.engagementId)));
    },
    async stop() {
      halt.abort();
      await lanes.stop();
    },
    sendLossy(engagementId, channelProviderId, callback) {
      const { signal } = halt;
      if (signal.aborted) return;
      void lossyTargets(world, engagementId, channelProviderId, callback)
        .then((urls) => Promise.all(urls.map((url) => post(world, url, JSON.stringify(callback), signal))))
        .catch(() => undefined);
    },
  };
}

async function nextJobs(world: World, lane: string): Promise<readonly JobRow[]> {
  const [subscriptionId, engagementId] = lane.split('/').slice(1).map(decodeURIComponent);
  const key = [subscriptionId ?? '', engagementId ?? ''];
  return world.store.transact((tx) => tables.jobs.list(tx, key, { limit: BATCH }));
}

/** Sends one callback and takes it off the table. False: try again later. */
async function settleJob(world: World, job: JobRow, halt: AbortSignal): Promise<boolean> {
  const subscription = await world.store.transact((tx) => tables.subscriptions.get(tx, job.subscriptionId));
  const old = world.clock.now() - job.createdAtMs > GIVE_UP_MS;
  if (old) world.logger.error('A callback was given up after 24 hours.', { engagementId: job.engagementId });
  if (subscription && !old) {
    const body: Readonly<Record<string, Json>> = JSON.parse(job.callback);
    const signed = await signAttachments(body, (mediaId) => world.links.path('GET', mediaId));
    const text = signed === body ? job.callback : JSON.stringify(signed);
    if (!(await post(world, subscription.callbackUrl, text, halt))) return false;
  }
  const { subscriptionId, engagementId, jobId } = job;
  await world.store.transact((tx) => tables.jobs.delete(tx, subscriptionId, engagementId, jobId));
  return true;
}

async function lossyTargets(
  world: World,
  engagementId: string,
  channelProviderId: string,
  callback: CallbackBody,
): Promise<readonly string[]> {
  return world.store.transact(async (tx) => {
    const urls: string[] = [];
    for (const one of await tables.subscriptions.list(tx)) {
      if (one.channelProviderId !== channelProviderId || !wants(one.eventTypes, callback)) continue;
      const before = await tables.jobs.list(tx, [one.subscriptionId, engagementId], { limit: 1 });
      if (before.length === 0) urls.push(one.callbackUrl);
    }
    return urls;
  });
}

/** Whether the receiver took it: 2xx within the documented five seconds, without a redirect. */
async function post(world: World, url: string, body: string, halt: AbortSignal): Promise<boolean> {
  const abort = new AbortController();
  const end = (): void => abort.abort();
  halt.addEventListener('abort', end);
  const timer = world.clock.after(AXP_LIMITS.callbackAnswerMs, end);
  try {
    const request = new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: abort.signal,
    });
    // The race covers receivers in the same tab, which may not look at the signal.
    const response = await Promise.race([world.fetch(request), aborted(abort.signal)]);
    await response.body?.cancel().catch(() => undefined);
    if (!response.ok) world.logger.warn('A callback was refused.', { status: response.status });
    return response.ok;
  } catch (error) {
    world.logger.warn('A callback did not arrive.', {
      reason: error instanceof Error ? error.name : 'unknown',
    });
    return false;
  } finally {
    world.clock.clear(timer);
    halt.removeEventListener('abort', end);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('No answer in time.')));
  });
}
