import { decode } from '../../lib/index.ts';
import { decodeParameters, isSafeUrl, type Parameters } from '../../protocol/index.ts';
import { ACSException } from './acsException.ts';
import { plainToken } from './plainToken.ts';

/** Checked `SDKInitParams`: the address without trailing slashes, the token without its prefix. */
export interface InitParams {
  readonly baseUrl: string;
  readonly integrationId: string;
  readonly token: string;
  readonly appkey: string;
  readonly displayName?: string;
  readonly sessionParameters?: Parameters;
}

/** Reads what was given to `init`. Throws ACS-301, 302, 305, 307, 308 or 309. */
export function readInit(given: unknown): InitParams {
  if (!decode.isRecord(given)) throw new ACSException('ACS-302', 'an object is wanted');
  const { hostURL, integrationId, token, appkey, displayName, sessionParameters } = given;
  if (hostURL === undefined || hostURL === null || hostURL === '') throw new ACSException('ACS-301');
  if (typeof hostURL !== 'string' || !isAddress(hostURL))
    throw new ACSException('ACS-309', 'https is wanted');
  if (typeof integrationId !== 'string' || integrationId === '') throw new ACSException('ACS-307');
  const plain = plainToken(token);
  if (typeof appkey !== 'string' || appkey === '') throw new ACSException('ACS-302', 'appkey is missing');
  if (!isMissing(displayName) && typeof displayName !== 'string')
    throw new ACSException('ACS-302', 'displayName must be a text');
  const parameters = isMissing(sessionParameters) ? undefined : decodeParameters(sessionParameters);
  if (parameters?.ok === false)
    throw new ACSException('ACS-302', 'sessionParameters must be at most 20 short texts by name');
  return {
    baseUrl: hostURL.replace(/\/+$/, ''),
    integrationId,
    token: plain,
    appkey,
    ...(typeof displayName === 'string' && { displayName }),
    ...(parameters && { sessionParameters: parameters.value }),
  };
}

/** Parameters of an engagement, or none. Throws ACS-322. */
export function readMappedData(given: unknown): Parameters | undefined {
  if (isMissing(given)) return undefined;
  const decoded = decodeParameters(given);
  if (!decoded.ok) throw new ACSException('ACS-322', 'parameters must be at most 20 short texts by name');
  return decoded.value;
}

function isMissing(input: unknown): input is undefined | null {
  return input === undefined || input === null;
}

/** https, or a loopback address. */
function isAddress(text: string): boolean {
  try {
    return isSafeUrl(new URL(text).href);
  } catch {
    return false;
  }
}
