import type { CustomerClaims } from '../../http/index.ts';

/** Who is asking, by the token alone. */
export interface Customer {
  /** Integration, verified or guest, and customer id: one text per customer, fit as a part of keys. */
  readonly customerKey: string;
  readonly integrationId: string;
  readonly customerId: string;
  readonly verified: boolean;
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  readonly name?: string;
  /** Wall time, milliseconds. */
  readonly tokenExpiresAtMs: number;
}

/** The customer of a verified token. A guest's random id never meets a customer's, even where they are equal. */
export function customerOf(claims: CustomerClaims): Customer {
  const { sub, integrationId, verifiedCustomer: verified, identifiers = {}, name } = claims;
  return {
    customerKey: [encodeURIComponent(integrationId), verified ? 'v' : 'g', encodeURIComponent(sub)].join('/'),
    integrationId,
    customerId: sub,
    verified,
    identifiers: verified ? identifiers : {},
    ...(name === undefined || name === '' ? {} : { name }),
    tokenExpiresAtMs: claims.exp * 1000,
  };
}
