import type { Clock, Logger, Random } from '../../lib/index.ts';
import { HEARTBEAT_MS, POLL_WAIT_MS, type IntegrationKind } from '../../protocol/index.ts';
import type { Fetch } from '../app.ts';
import type { Store } from '../storage/index.ts';

/** What the connector needs from the world and from its administrator. */
export interface ConnectorOptions {
  /** Holds everything: a connector that starts on the store of a killed one goes on where that one stopped. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Calls to the contact centre, the token service's keys and the push callback. */
  readonly fetch: Fetch;
  readonly logger: Logger;
  /** Own public address without a trailing slash. */
  readonly publicUrl: string;
  /** Exact origins of the site's pages. */
  readonly allowedOrigins: readonly string[];
  /** Development switch: pages of this machine may ask, whatever their port. Default false. */
  readonly allowLoopback?: boolean;
  /** Travels beside the token; a wrong one is refused. */
  readonly appkey: string;
  readonly tokens: TokenOptions;
  readonly upstream: UpstreamOptions;
  /**
   * The entry points. A function is asked at start, and again when a page comes with an integration that is not among
   * them, at most once a second; callbacks of new channel providers are then subscribed to. What is gone from the list
   * is served until the next start.
   */
  readonly integrations: readonly IntegrationOptions[] | (() => Promise<readonly IntegrationOptions[]>);
  /** Where the contact centre posts its callbacks: this connector's address with a path of your choice, hard to guess. */
  readonly webhookUrl: string;
  readonly push?: PushOptions;
  /** Whether upstream is our sandbox: presence and read marks are told to it. Default false. */
  readonly sandboxExtensions?: boolean;
  /** A session without a stream for so long is ended. Default 30 min. */
  readonly sessionIdleMs?: number;
  /** While a stream is open its chats are compared with the contact centre's transcripts so often. Default 60 s. */
  readonly reconcileEveryMs?: number;
  /** What has ended (sessions, chats and their logs) is kept for so long. Default 30 days (guarantees, G6). */
  readonly retentionMs?: number;
  /** Default 15 s (guarantees, rule 8). */
  readonly heartbeatMs?: number;
  /** Default 25 s. */
  readonly pollWaitMs?: number;
}

/** Whose tokens are accepted. */
export interface TokenOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Address of the token service's published keys. */
  readonly jwksUrl: string;
  /** The one accepted algorithm. Default ES256. */
  readonly algorithm?: 'ES256' | 'RS256';
}

/** The contact centre and who we are to it. */
export interface UpstreamOptions {
  /** Origin of the Digital REST APIs, without a trailing slash. */
  readonly baseUrl: string;
  /** The tenant: six letters. */
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appkey: string;
  /** A call unanswered for so long counts as "outcome unknown". Default 10 s. */
  readonly callTimeoutMs?: number;
}

/** One entry point of the contact centre. */
export interface IntegrationOptions {
  readonly id: string;
  readonly kind: IntegrationKind;
  readonly channelProviderId: string;
}

/** The push callback (axp.md 6). The figures of back-off are not published; these are ours to set. */
export interface PushOptions {
  readonly callbackUrl: string;
  readonly secret: string;
  /** Told in the header `x-config-id`. */
  readonly configId: string;
  /** So many counted errors in a row begin the cool-down. Default 5. */
  readonly backoffAfterErrors?: number;
  /** Nothing is sent for so long after them. Default 60 s. */
  readonly coolDownMs?: number;
}

/** The options with every default filled in. Throws a RangeError where one is out of range. */
export function settingsOf(options: ConnectorOptions): ConnectorSettings {
  const settings = {
    sessionIdleMs: options.sessionIdleMs ?? DEFAULT_SESSION_IDLE_MS,
    reconcileEveryMs: options.reconcileEveryMs ?? RECONCILE_EVERY_MS,
    retentionMs: options.retentionMs ?? RETENTION_MS,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    pollWaitMs: options.pollWaitMs ?? POLL_WAIT_MS,
    sandboxExtensions: options.sandboxExtensions ?? false,
  };
  if (!(settings.sessionIdleMs > 0)) throw new RangeError('sessionIdleMs must be above 0');
  if (!(settings.reconcileEveryMs >= 5000)) throw new RangeError('reconcileEveryMs must be at least 5000');
  if (!(settings.retentionMs > 0)) throw new RangeError('retentionMs must be above 0');
  if (!(settings.heartbeatMs > 0)) throw new RangeError('heartbeatMs must be above 0');
  if (!(settings.pollWaitMs >= 0 && settings.pollWaitMs <= POLL_WAIT_MS)) {
    throw new RangeError(`pollWaitMs must be between 0 and ${POLL_WAIT_MS}`);
  }
  if (options.appkey === '') throw new RangeError('appkey must not be empty');
  return { ...options, ...settings };
}

/** The options as the connector reads them: every figure has a value, and each is within its range. */
export type ConnectorSettings = ConnectorOptions &
  Required<
    Pick<
      ConnectorOptions,
      | 'sessionIdleMs'
      | 'reconcileEveryMs'
      | 'retentionMs'
      | 'heartbeatMs'
      | 'pollWaitMs'
      | 'sandboxExtensions'
    >
  >;

const DEFAULT_SESSION_IDLE_MS = 30 * 60_000;
const RECONCILE_EVERY_MS = 60_000;
const RETENTION_MS = 30 * 24 * 3_600_000;
