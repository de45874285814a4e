import { AxpOmniSdkError } from './omniSdkError.ts';

/**
 * A JWT's three parts, without the literal `jwt.` that the token API may put before them. Throws MissingMandatoryParameter
 * for nothing, Unauthorized for what has no three parts.
 */
export function plainToken(given: unknown): string {
  if (given === undefined || given === null || given === '')
    throw new AxpOmniSdkError('MissingMandatoryParameter', 'There is no token');
  const parts = typeof given === 'string' ? given.trim().split('.') : [];
  const own = parts[0] === 'jwt' && parts.length > 3 ? parts.slice(1) : parts;
  if (own.length !== 3 || !own.every((part) => /^[\w-]+$/.test(part)))
    throw new AxpOmniSdkError('Unauthorized', 'The token is no JWT: it has no three parts');
  return own.join('.');
}
