import type { Logger } from '../../../lib/index.ts';
import { MAX_PARAMETERS, type Parameters } from '../../../protocol/index.ts';
import { Refused } from '../refused.ts';
import { isIdentityClaim } from '../upstream/identity.ts';

/** The page's parameters without those that would claim an identity, which are logged by name and ignored. */
export function pageParameters(given: Parameters, logger: Logger): Parameters {
  const claims = Object.keys(given).filter(isIdentityClaim);
  if (claims.length === 0) return given;
  logger.warn('a page claimed an identity by parameters; ignored', { names: claims.join(' ') });
  return Object.fromEntries(Object.entries(given).filter(([name]) => !isIdentityClaim(name)));
}

/** New values over old ones. Throws `Refused` where that makes more than 20. */
export function mergeParameters(before: Parameters, change: Parameters): Parameters {
  const merged = { ...before, ...change };
  if (Object.keys(merged).length <= MAX_PARAMETERS) return merged;
  const message = `at most ${MAX_PARAMETERS} parameters in all`;
  throw new Refused('malformed', 'Too many parameters.', { violations: [{ field: '', message }] });
}
