import { backoffMs, SERVER_CAP_MS, type Timer } from '../../../lib/index.ts';
import type { ConnectorSettings } from '../connectorOptions.ts';
import type { CallUpstream } from './callUpstream.ts';
import { provisionWebhook } from './provisionWebhooks.ts';

/** Sees to it that callbacks come to us, for every channel provider; goes on trying while the contact centre is away. */
export interface Provisioner {
  /** Resolves after one attempt for each that was not covered before. */
  cover(channelProviderIds: readonly string[]): Promise<void>;
  stop(): void;
}

/** A failed subscription is tried again after 1 s or more, with back-off up to 30 s, until `stop`. */
export function createProvisioner(settings: ConnectorSettings, call: CallUpstream): Provisioner {
  const { clock, random, logger, webhookUrl: callbackUrl, upstream } = settings;
  const timers = new Set<Timer>();
  const covered = new Set<string>();
  let stopped = false;

  async function attempt(channelProviderId: string, tries: number): Promise<void> {
    const wanted = { accountId: upstream.accountId, channelProviderId, callbackUrl };
    const outcome = await provisionWebhook(call, wanted);
    if (outcome.kind === 'done' || stopped) return;
    const { detail } = outcome;
    logger.error('callbacks could not be subscribed to; later again', { channelProviderId, detail });
    const timer = clock.after(backoffMs(tries, random.next, SERVER_CAP_MS, FIRST_BOUND_MS), () => {
      timers.delete(timer);
      void attempt(channelProviderId, tries + 1);
    });
    timers.add(timer);
  }

  return {
    async cover(channelProviderIds) {
      const added = [...new Set(channelProviderIds)].filter((each) => !covered.has(each));
      for (const each of added) covered.add(each);
      await Promise.all(added.map((each) => attempt(each, 0)));
    },
    stop() {
      stopped = true;
      for (const timer of timers) clock.clear(timer);
    },
  };
}

const FIRST_BOUND_MS = 3000;
