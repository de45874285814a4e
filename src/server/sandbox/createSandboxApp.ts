import type { Clock, Logger, Random } from '../../lib/index.ts';
import type { Fetch, ServerApp } from '../app.ts';
import type { Store } from '../storage/index.ts';

/** The sandbox contact centre: REST, media, webhooks, routing, bot, agent and administration APIs over one store. */
export function createSandboxApp(options: SandboxOptions): ServerApp {
  throw new Error(`not yet: ${options.accountId}`);
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
