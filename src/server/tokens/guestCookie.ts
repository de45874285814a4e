import { uuidV4, type Random } from '../../lib/index.ts';
import { formatCookie, readCookie, signValue, verifyValue } from '../http/index.ts';

/**
 * The random id of a guest, bound to this browser by a signed httpOnly cookie: a page cannot choose it, so nobody
 * walks into another guest's conversation. Pages of another site get no cookie back and are a new guest each time.
 */
export async function guestOf(request: Request, options: GuestOptions): Promise<Guest> {
  const cookie = readCookie(request, GUEST_COOKIE);
  const known = cookie === undefined ? undefined : await verifyValue(options.key, GUEST_COOKIE, cookie);
  const customerId = known ?? `guest-${uuidV4(options.random)}`;
  const signed = await signValue(options.key, GUEST_COOKIE, customerId);
  const setCookie = formatCookie(GUEST_COOKIE, signed, {
    maxAgeSeconds: GUEST_LIFE_SECONDS,
    secure: options.secure,
  });
  return { customerId, setCookie };
}

/** Name of the guest's cookie. */
export const GUEST_COOKIE = 'colloquy_guest';

/** How guests are made. */
export interface GuestOptions {
  readonly key: string;
  readonly random: Random;
  readonly secure: boolean;
}

/** A guest and the cookie that makes them the same one next time. */
export interface Guest {
  readonly customerId: string;
  /** `Set-Cookie` value that keeps (and renews) the id. */
  readonly setCookie: string;
}

/** 30 days from the last token. */
const GUEST_LIFE_SECONDS = 2_592_000;
