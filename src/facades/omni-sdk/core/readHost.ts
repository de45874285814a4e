import { isSafeUrl } from '../../../protocol/index.ts';
import { AxpOmniSdkError } from './omniSdkError.ts';

/**
 * The connector's address in any of the documented forms: a region's code (`na` is `na.api.avayacloud.com`), a host's name,
 * a whole address. Loopback hosts need no https. Throws ConstraintViolation for what is none of them.
 */
export function readHost(given: string): string {
  const text = given.trim().replace(/\/+$/, '');
  const address = text.includes('://') ? text : `${isLoopback(text) ? 'http' : 'https'}://${hostOf(text)}`;
  if (!isSafeUrl(address) || !URL.canParse(address))
    throw new AxpOmniSdkError(
      'ConstraintViolation',
      'host must be a region, a host name or an https address',
    );
  return address;
}

/** Whether it is a region's code, and so a name in the vendor's cloud, where no connector of ours stands. */
export function isRegion(given: string): boolean {
  return /^[a-z]{2,4}$/.test(given.trim());
}

function hostOf(text: string): string {
  return isRegion(text) ? `${text}.api.avayacloud.com` : text;
}

function isLoopback(text: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/i.test(text);
}
