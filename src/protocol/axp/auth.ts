import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { words } from './words.ts';

/** Reads the answer of the token endpoint (`POST /api/auth/v1/{accountId}/protocol/openid-connect/token`). */
export const decodeAccessToken = decode.object({
  access_token: decode.string({ min: 1 }),
  /** Seconds; 900 in the documentation's example. */
  expires_in: decode.number({ min: 0 }),
  refresh_token: words.text,
  refresh_expires_in: decode.optional(decode.number({ min: 0 })),
  token_type: words.text,
});
/** Answer of the token endpoint. */
export type AccessToken = DecodedBy<typeof decodeAccessToken>;

/** Minutes: 15 to 60, 15 when absent; one sample sends text, so text is turned into a number. */
const ttlMinutes = (input: unknown, path = '') =>
  decode.withDefault(decode.number({ min: 15, max: 60, whole: true }), 15)(
    typeof input === 'string' && /^\d+$/.test(input) ? Number(input) : input,
    path,
  );

/** Reads the body of `POST /api/digital/chat/v1/accounts/{accountId}/tokens`. */
export const decodeSdkTokenRequest = decode.object({
  integrationId: words.uuid,
  customerId: decode.string({ min: 1, max: 256 }),
  verifiedCustomer: decode.withDefault(decode.boolean, false),
  customerName: words.displayName,
  customerIdentifiers: decode.optional(
    decode.refine(words.identifiers, (value, path) =>
      Object.keys(value).length === 0
        ? decode.fault(path, 'size must be between 1 and 10', 'range')
        : decode.good(value),
    ),
  ),
  ttl: ttlMinutes,
});
/** Body of the SDK token call. */
export type SdkTokenRequest = DecodedBy<typeof decodeSdkTokenRequest>;

/** Reads the answer of the SDK token call (201). */
export const decodeSdkToken = decode.object({ jwtToken: decode.string({ min: 1 }) });
/** Answer of the SDK token call. */
export type SdkToken = DecodedBy<typeof decodeSdkToken>;
