import type { Clock } from '../../../lib/index.ts';
import type { Keys } from '../auth/keys.ts';

/** How long an upload link lives. */
export const UPLOAD_LINK_MS = 60 * 60 * 1000;
/** How long a download link lives. */
export const DOWNLOAD_LINK_MS = 24 * 60 * 60 * 1000;

/** Makes and checks the signed links of the media store. */
export interface MediaLinks {
  /** `/v1/media/{id}?ttl=…&signature=…`, below `/api/media-store`. */
  path(method: 'POST' | 'GET', mediaId: string): Promise<string>;
  check(
    method: 'POST' | 'GET',
    mediaId: string,
    ttl: string | null,
    signature: string | null,
  ): Promise<boolean>;
}

/** Links signed by HMAC-SHA-512 over method, media id and expiry (hex, 128 characters). */
export function createMediaLinks(keys: Keys, clock: Clock): MediaLinks {
  const signed = (method: string, mediaId: string, ttl: string): Uint8Array<ArrayBuffer> =>
    new TextEncoder().encode(`${method}\n${mediaId}\n${ttl}`);
  return {
    async path(method, mediaId) {
      const ttl = String(clock.now() + (method === 'POST' ? UPLOAD_LINK_MS : DOWNLOAD_LINK_MS));
      const key = await keys.hmac('media');
      const signature = await crypto.subtle.sign('HMAC', key, signed(method, mediaId, ttl));
      const hex = Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
      );
      return `/v1/media/${mediaId}?ttl=${ttl}&signature=${hex}`;
    },
    async check(method, mediaId, ttl, signature) {
      if (ttl === null || !/^\d{1,16}$/.test(ttl) || Number(ttl) < clock.now()) return false;
      if (signature === null || !/^[0-9a-f]{128}$/i.test(signature)) return false;
      const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      return crypto.subtle.verify('HMAC', await keys.hmac('media'), bytes, signed(method, mediaId, ttl));
    },
  };
}
