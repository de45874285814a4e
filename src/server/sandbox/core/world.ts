import type { Clock, Logger, Random } from '../../../lib/index.ts';
import type { Fetch } from '../../app.ts';
import type { Store } from '../../storage/index.ts';
import type { Keys } from '../auth/keys.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { DeskFeed } from '../desk/deskFeed.ts';
import type { MediaLinks } from '../media/mediaLinks.ts';

/** What every part of the sandbox is given: the options with their defaults, and the shared tools. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly logger: Logger;
  readonly baseUrl: string;
  readonly accountId: string;
  readonly admin: { readonly user: string; readonly password: string };
  readonly bot: boolean;
  readonly allowLoopbackCallbacks: boolean;
  readonly passwordRounds: number;
  readonly keys: Keys;
  readonly tokens: Tokens;
  readonly links: MediaLinks;
  readonly feed: DeskFeed;
}

/** The instant as the wire has it. */
export function instant(atMs: number): string {
  return new Date(atMs).toISOString();
}
