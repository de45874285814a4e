import { decodeBase64Url, encodeBase64Url } from '../../../lib/index.ts';
import type { Random } from '../../../lib/index.ts';

/** Default PBKDF2 rounds of new passwords. */
export const PASSWORD_ROUNDS = 100_000;

/** SHA-256 of a text, base64url. Fit for random secrets only, never for passwords. */
export async function fingerprint(text: string): Promise<string> {
  return encodeBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export async function sameText(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all([fingerprint(left), fingerprint(right)]);
  let difference = 0;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

/** A random secret of `length` bytes, base64url. */
export function newSecret(random: Random, length = 32): string {
  return encodeBase64Url(random.bytes(length));
}

/** The kept form of a password: `rounds.salt.hash` (PBKDF2, SHA-256). */
export async function hashPassword(password: string, rounds: number, random: Random): Promise<string> {
  const salt = random.bytes(16);
  return `${rounds}.${encodeBase64Url(salt)}.${await derive(password, salt, rounds)}`;
}

/** Whether `password` is the one that `kept` was made of. An unreadable `kept` matches nothing. */
export async function checkPassword(password: string, kept: string): Promise<boolean> {
  const [rounds, salt, hash] = kept.split('.');
  const saltBytes = decodeBase64Url(salt ?? '');
  if (!hash || !saltBytes || !Number(rounds)) return false;
  return sameText(await derive(password, saltBytes, Number(rounds)), hash);
}

async function derive(password: string, salt: Uint8Array, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations },
    key,
    256,
  );
  return encodeBase64Url(new Uint8Array(bits));
}
