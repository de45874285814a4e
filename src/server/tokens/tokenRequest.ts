import { decode, type Decoder } from '../../lib/index.ts';

/** What a page may say when it asks for a token: nothing of it decides who the customer is. */
export interface TokenRequest {
  /** Display name that a guest gave, 1 to 70 characters (axp.md 4.3). */
  readonly customerName?: string;
  /** One of the configured integrations; the first where it is absent. */
  readonly integrationId?: string;
}

/** Reads the body of `POST /token`; unknown fields are dropped. */
export const decodeTokenRequest: Decoder<TokenRequest> = decode.object({
  customerName: decode.optional(decode.string({ max: 70 })),
  integrationId: decode.optional(decode.string({ min: 1, max: 64 })),
});

/** Names of fields that claim an identity, as the vendor's samples send them: ignored here, and told in the log. */
export function identityFieldsOf(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  return IDENTITY_FIELDS.filter((field) => Object.hasOwn(body, field));
}

/** From the contracts of the public samples: axp.md 4.3. */
const IDENTITY_FIELDS = [
  'customerId',
  'customerIdentifiers',
  'verifiedCustomer',
  'verified',
  'userId',
  'userIdentifiers',
  'identifiers',
  'sub',
  'ttl',
];
