import { decode, type Decoder } from '../../lib/index.ts';
import { hmacHex, timingSafeEqualText } from '../http/index.ts';

/** The body of the push callback: metadata only (axp.md 6). */
export interface PushCallback {
  readonly eventId: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly sessionId: string;
  /** ISO 8601. */
  readonly eventDate: string;
}

/** Wants ids in the form of a UUID: the signature joins two of them without a mark between, so their length must be fixed. */
const idLike = decode.string({
  min: 36,
  max: 36,
  pattern: /^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$/,
});

/** Reads a callback's body; unknown fields are dropped. */
export const decodePushCallback: Decoder<PushCallback> = decode.object({
  eventId: idLike,
  conversationId: idLike,
  customerId: decode.string({ min: 1, max: 256 }),
  sessionId: idLike,
  eventDate: decode.refine(decode.string({ min: 10, max: 40 }), (text, path) =>
    Number.isNaN(Date.parse(text)) ? decode.fault(path, 'must be a date', 'pattern') : decode.good(text),
  ),
});

/**
 * Whether `x-hmac` is the lower-case hex HMAC-SHA256 over eventId and sessionId. A header that came twice is joined by
 * the platform and so has another length.
 */
export async function isSignedBy(
  secret: string,
  callback: PushCallback,
  header: string | null,
): Promise<boolean> {
  if (header === null || header.length !== HEX_DIGITS) return false;
  return timingSafeEqualText(header, await hmacHex(secret, callback.eventId + callback.sessionId));
}

const HEX_DIGITS = 64;
