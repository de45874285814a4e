import { decode, type Clock, type Logger, type Timer } from '../../lib/index.ts';
import { signInAdmin, type AdminApi, type AdminOrder } from './adminApi.ts';
import type { NamedIntegration } from './integrationsFile.ts';

/** All integrations of the sandbox: those of the set-up first, in its order, then what the administrator added. */
export async function listIntegrations(
  api: AdminApi,
  seeded: readonly NamedIntegration[],
): Promise<readonly NamedIntegration[]> {
  const found = await api.call('GET', 'integrations', undefined, decodeList);
  const rank = ({ id }: NamedIntegration): number => {
    const at = seeded.findIndex((each) => each.id === id);
    return at < 0 ? seeded.length : at;
  };
  return found
    .map(({ integrationId: id, kind, channelProviderId }) => ({ id, kind, channelProviderId }))
    .toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Looks after what the administrator does with the sandbox's integrations: asks every 2 s and tells when they are others.
 * A sandbox that is away is asked again later.
 */
export function createIntegrationWatch(options: IntegrationWatchOptions): IntegrationWatch {
  const { clock, logger, seeded } = options;
  let known = JSON.stringify(options.known);
  let api: AdminApi | undefined;
  let timer: Timer | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    try {
      api ??= await signInAdmin(options);
      const found = await listIntegrations(api, seeded);
      const told = JSON.stringify(found);
      if (stopped || told === known) return;
      options.onChange(found);
      known = told;
    } catch (error) {
      // Away, or started anew: the next look signs in again.
      api = undefined;
      logger.debug('the integrations could not be listed; again soon', { detail: String(error) });
    }
  }

  function next(): void {
    if (stopped) return;
    timer = clock.after(EVERY_MS, () => void look().finally(next));
  }

  next();
  return {
    stop() {
      stopped = true;
      clock.clear(timer);
    },
  };
}

/** What to watch, and who wants to know. */
export interface IntegrationWatchOptions extends AdminOrder {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told first in every list. */
  readonly seeded: readonly NamedIntegration[];
  /** The list as it was told last. */
  readonly known: readonly NamedIntegration[];
  /** When it throws it is called again at the next look. */
  readonly onChange: (integrations: readonly NamedIntegration[]) => void;
}

/** A watch that can be ended. */
export interface IntegrationWatch {
  stop(): void;
}

const EVERY_MS = 2000;

const decodeList = decode.list(
  decode.object({
    integrationId: decode.string({ min: 1, max: 4096 }),
    kind: decode.oneOf('messaging', 'chat'),
    channelProviderId: decode.string({ min: 1, max: 4096 }),
  }),
  { max: 1000 },
);
