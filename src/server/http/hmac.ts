import { systemRandom } from '../../lib/index.ts';

/** HMAC-SHA256 of `text` (UTF-8) as 64 lower-case hex digits. An empty key is refused by the platform: do not pass one. */
export async function hmacHex(key: string, text: string): Promise<string> {
  const digest = await sign(await importKey(encoder.encode(key)), text);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Compares two secrets in a time that tells nothing of where they differ nor how long they are: both are hashed
 * with a random key of this process, and the digests are compared to the end.
 */
export async function timingSafeEqualText(a: string, b: string): Promise<boolean> {
  ownKey ??= importKey(new Uint8Array(systemRandom.bytes(32)));
  const key = await ownKey;
  const [left, right] = await Promise.all([sign(key, a), sign(key, b)]);
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}

const encoder = new TextEncoder();
/** Made when it is first needed: every request is compared with it. */
let ownKey: Promise<CryptoKey> | undefined;

function importKey(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function sign(key: CryptoKey, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}
