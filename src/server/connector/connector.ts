import type { Clock, Logger, Random } from '../../lib/index.ts';
import type { Store } from '../storage/index.ts';
import type { ConnectorSettings } from './connectorOptions.ts';
import type { JobRunner } from './jobs/jobRunner.ts';
import type { Bus } from './log/bus.ts';
import type { MediaLinks } from './media/mediaLinks.ts';
import type { Authenticator } from './auth/authenticator.ts';
import type { PushCallbacks } from './push/pushCallbacks.ts';
import type { Reconciler } from './reconcile/reconciler.ts';
import type { StreamRegistry } from './gateways/streamRegistry.ts';
import type { TypingSignals } from './engagements/typingSignals.ts';
import type { UpstreamAdapter } from './upstream/upstreamAdapter.ts';
import type { RateLimiter } from '../http/index.ts';

/** What the parts of one connector share. Made once, by `createConnectorApp`. */
export interface Connector {
  readonly settings: ConnectorSettings;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly bus: Bus;
  readonly authenticator: Authenticator;
  readonly streams: StreamRegistry;
  readonly jobs: JobRunner;
  readonly media: MediaLinks;
  readonly typing: TypingSignals;
  readonly push: PushCallbacks;
  readonly reconciler: Reconciler;
  /** 100 messages a minute per customer, bursts of 500. */
  readonly sendLimiter: RateLimiter;
  /** New sessions and engagements: 20 a minute per customer, bursts of 40. */
  readonly openLimiter: RateLimiter;
  /** The way to the contact centre of an integration that was served before. */
  adapterOf(integrationId: string): UpstreamAdapter | undefined;
  /** The same for one that may be new: the list of integrations is read again before it is said that there is none. */
  findAdapter(integrationId: string): Promise<UpstreamAdapter | undefined>;
  /** Whether an integration of ours comes through this channel provider. */
  serves(channelProviderId: string): boolean;
  /** Engagements that are being made upstream just now: callbacks about them may come before the answer. */
  readonly opening: Set<Promise<unknown>>;
}
