import { uuidV4, type Clock, type Logger, type Random } from '../../../lib/index.ts';
import type { Fetch } from '../../app.ts';
import { hmacHex } from '../../http/index.ts';
import type { PushOptions } from '../connectorOptions.ts';

/** Tells the push connector that a session without a stream missed something. Never what it missed (axp.md 6). */
export interface PushCallbacks {
  /** One callback, once: a failed one is not tried again. Does nothing during a cool-down. */
  notify(missed: Missed): void;
}

/** Who missed something, where and when; becomes the ids of the callback. */
export interface Missed {
  readonly engagementId: string;
  readonly customerId: string;
  readonly sessionId: string;
  /** Wall time, milliseconds. */
  readonly atMs: number;
}

/** Without options nothing is ever sent. */
export function createPushCallbacks(world: PushWorld, options: PushOptions | undefined): PushCallbacks {
  if (!options) return { notify: () => undefined };
  const { clock, logger } = world;
  const { backoffAfterErrors = 5, coolDownMs = 60_000 } = options;
  let errors = 0;
  let quietUntilMs = 0;

  /** 400 and 500 are the receiver's word on this one callback; everything else that fails says it is in trouble. */
  function count(status: number | undefined): void {
    if (status !== undefined && (status === 400 || status === 500)) return;
    if (status !== undefined && status < 400) {
      errors = 0;
      return;
    }
    errors += 1;
    if (errors < backoffAfterErrors) return;
    errors = 0;
    quietUntilMs = clock.monotonic() + coolDownMs;
    logger.warn('push callbacks fail; none for a while', { coolDownMs });
  }

  async function send(missed: Missed): Promise<void> {
    const giveUp = new AbortController();
    const timer = clock.after(CALLBACK_WITHIN_MS, () => giveUp.abort());
    try {
      const request = await callbackOf(missed, options, world.random, giveUp.signal);
      count((await world.fetch(request)).status);
    } catch {
      count(undefined);
    } finally {
      clock.clear(timer);
    }
  }

  return {
    notify(missed) {
      if (clock.monotonic() >= quietUntilMs) void send(missed);
    },
  };
}

/** What the callbacks need of the world; `random` makes the event ids. */
export interface PushWorld {
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly logger: Logger;
}

const CALLBACK_WITHIN_MS = 5000;

async function callbackOf(
  missed: Missed,
  options: PushOptions | undefined,
  random: Random,
  signal: AbortSignal,
): Promise<Request> {
  const { callbackUrl = '', secret = '', configId = '' } = options ?? {};
  const eventId = uuidV4(random);
  const { sessionId, customerId, engagementId: conversationId, atMs } = missed;
  const eventDate = new Date(atMs).toISOString();
  return new Request(callbackUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hmac': await hmacHex(secret, eventId + sessionId),
      'x-config-id': configId,
    },
    body: JSON.stringify({ eventId, conversationId, customerId, sessionId, eventDate }),
    redirect: 'error',
    signal,
  });
}
