import { systemRandom } from '../../lib/index.ts';

/** HMAC-SHA256 of `text` (UTF-8) as 64 lower-case hex digits. An empty key is refused by the platform: do not pass one. */
export async function hmacHex(key: string, text: string): Promise<string> {
  return Array.from(await hmac(encoder.encode(key), text), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/**
 * Compares two secrets in a time that tells nothing of where they differ nor how long they are: both are hashed
 * with a key of the moment, and the digests are compared to the end.
 */
export async function timingSafeEqualText(a: string, b: string): Promise<boolean> {
  const key = new Uint8Array(systemRandom.bytes(32));
  const [left, right] = await Promise.all([hmac(key, a), hmac(key, b)]);
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}

const encoder = new TextEncoder();

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(text)));
}
