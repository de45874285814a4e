import {
  backoffMs,
  decode,
  type Clock,
  type Decoder,
  type Logger,
  type Random,
  type Timer,
} from '../../lib/index.ts';
import type { Store } from '../storage/index.ts';
import { deviceAt, removeDevice } from './deviceRegistry.ts';
import type { PushNotification, PushOutcome, PushProvider } from './pushProvider.ts';

/**
 * Sends what the transaction of the callback left behind as jobs, at least once, and survives a crash in between. A
 * failed send is tried again with growing pauses, up to 8 times; a notification older than that has lost its point.
 */
export function createDeliveryQueue(options: DeliveryOptions): DeliveryQueue {
  const { store, clock, logger } = options;
  let timer: Timer | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;

  async function pass(): Promise<void> {
    const rows = await store.transact((transaction) => transaction.list({ prefix: JOBS }));
    let nextInMs: number | undefined;
    for (const [key, value] of rows) {
      if (stopped) return;
      const job = decodeJob(value);
      const waitMs = job.ok ? job.value.dueAtMs - clock.now() : 0;
      if (waitMs > 0) nextInMs = Math.min(nextInMs ?? waitMs, waitMs);
      else if (job.ok) again = (await deliver(options, key, job.value)) || again;
      else await store.transact((transaction) => transaction.delete(key));
    }
    if (nextInMs !== undefined) timer = clock.after(nextInMs, kick);
  }

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        clock.clear(timer);
        await pass();
      } while (again && !stopped);
    } catch {
      logger.error('the push queue stumbled; it goes on in 5 s');
      timer = clock.after(5000, kick);
    } finally {
      // In the same turn as the last look at `again`, so that no kick falls between the two.
      running = undefined;
    }
  }

  function kick(): void {
    if (stopped) return;
    again = true;
    running ??= run();
  }

  return {
    kick,
    start() {
      stopped = false;
      kick();
    },
    async stop() {
      stopped = true;
      clock.clear(timer);
      await running;
    },
  };
}

/** What the queue works on and with. */
export interface DeliveryOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly provider: PushProvider;
}

/** The worker over the stored jobs. */
export interface DeliveryQueue {
  /** Looks for jobs now. */
  kick(): void;
  start(): void;
  /** Resolves when the send at hand has come to its end. */
  stop(): Promise<void>;
}

/** One notification to one device. */
export interface Job {
  readonly deviceKey: string;
  readonly notification: PushNotification;
  readonly attempts: number;
  readonly dueAtMs: number;
}

/** The key of the `index`-th device's job of an event. */
export function jobKey(eventId: string, index: number): string {
  return `${JOBS}${eventId}/${String(index).padStart(3, '0')}`;
}

const JOBS = 'push/job/';
const MAX_ATTEMPTS = 8;
const PATIENCE_MS = 10_000;
const PAUSES = { baseMs: 2000, capMs: 60_000 };

const decodeJob: Decoder<Job> = decode.object({
  deviceKey: decode.string({ min: 1, max: 2048 }),
  notification: decode.object({
    eventId: decode.string(),
    conversationId: decode.string(),
    sessionId: decode.string(),
    eventDate: decode.string(),
  }),
  attempts: decode.number(),
  dueAtMs: decode.number(),
});

/** One attempt. True when it must be tried again: the next pass over the jobs sets its timer. */
async function deliver(options: DeliveryOptions, key: string, job: Job): Promise<boolean> {
  const { store, clock, random, logger, provider } = options;
  const device = await store.transact((transaction) => deviceAt(transaction, job.deviceKey));
  const outcome = device ? await withPatience(clock, provider.send(device, job.notification)) : 'sent';
  const attempts = job.attempts + 1;
  const dueAtMs = clock.now() + backoffMs(attempts, random.next, PAUSES.capMs, PAUSES.baseMs);
  const again = outcome === 'retry' && attempts < MAX_ATTEMPTS;
  await store.transact(async (transaction) => {
    if (outcome === 'gone') await removeDevice(transaction, job.deviceKey);
    if (again)
      await transaction.put(key, { ...job, notification: { ...job.notification }, attempts, dueAtMs });
    else await transaction.delete(key);
  });
  if (outcome === 'retry')
    logger.warn('a push was not taken', { eventId: job.notification.eventId, attempts });
  return again;
}

/** A provider that hangs or throws must not hold up the others. */
function withPatience(clock: Clock, sending: Promise<PushOutcome>): Promise<PushOutcome> {
  return new Promise((resolve) => {
    const timer = clock.after(PATIENCE_MS, () => resolve('retry'));
    const settle = (outcome: PushOutcome): void => {
      clock.clear(timer);
      resolve(outcome);
    };
    sending.then(settle, () => settle('retry'));
  });
}
