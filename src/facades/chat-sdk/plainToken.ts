import { ACSException } from './acsException.ts';

/** A JWT's three parts, without the literal `jwt.` that the token API may put before them. Throws ACS-308 or ACS-305. */
export function plainToken(given: unknown): string {
  if (given === undefined || given === null || given === '') throw new ACSException('ACS-308');
  if (typeof given !== 'string') throw new ACSException('ACS-305', 'a text is wanted');
  const parts = given.trim().split('.');
  const [header, payload, signature, ...more] =
    parts[0] === 'jwt' && parts.length > 3 ? parts.slice(1) : parts;
  const isWhole = [header, payload, signature].every((part) => part !== undefined && BASE64URL.test(part));
  if (!isWhole || more.length > 0) throw new ACSException('ACS-305', 'three parts are wanted');
  return [header, payload, signature].join('.');
}

const BASE64URL = /^[\w-]+$/;
