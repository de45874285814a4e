import { encodeBase64Url, type Clock, type Random } from '../../../lib/index.ts';
import { routes } from '../../../protocol/index.ts';
import { hmacHex, timingSafeEqualText } from '../../http/index.ts';
import type { Store } from '../../storage/index.ts';
import { keys } from '../keys.ts';

/** Addresses of files that need no token: signed, for one file, for a day. */
export interface MediaLinks {
  /** Relative to the connector. The same within an hour, so that browsers can cache. */
  sign(attachmentId: string): Promise<string>;
  /** Whether the address is ours and still good. */
  check(attachmentId: string, query: URLSearchParams): Promise<boolean>;
}

/** The secret is made once and kept in the store, so links outlive a restart. */
export function createMediaLinks(world: { store: Store; clock: Clock; random: Random }): MediaLinks {
  let secret: Promise<string> | undefined;
  const key = (): Promise<string> => {
    secret ??= loadSecret(world).catch((error: unknown) => {
      secret = undefined;
      throw error;
    });
    return secret;
  };
  const signature = async (id: string, expiresAtMs: number): Promise<string> =>
    hmacHex(await key(), `media\n${id}\n${expiresAtMs}`);

  return {
    async sign(attachmentId) {
      const expiresAtMs = Math.ceil((world.clock.now() + LIFE_MS) / STEP_MS) * STEP_MS;
      const query = `expires=${expiresAtMs}&signature=${await signature(attachmentId, expiresAtMs)}`;
      return `${routes.media(attachmentId)}?${query}`;
    },
    async check(attachmentId, query) {
      const expiresAtMs = Number(query.get('expires') ?? '0');
      if (!Number.isSafeInteger(expiresAtMs) || expiresAtMs <= world.clock.now()) return false;
      return timingSafeEqualText(query.get('signature') ?? '', await signature(attachmentId, expiresAtMs));
    },
  };
}

const LIFE_MS = 24 * 3_600_000;
const STEP_MS = 3_600_000;

function loadSecret(world: { store: Store; random: Random }): Promise<string> {
  return world.store.transact(async (rows) => {
    const kept = await rows.get(keys.mediaSecret);
    if (typeof kept === 'string' && kept !== '') return kept;
    const made = encodeBase64Url(world.random.bytes(32));
    await rows.put(keys.mediaSecret, made);
    return made;
  });
}
