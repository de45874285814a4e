import type { CustomerIdentifiers } from '../../../protocol/axp/index.ts';
import { given } from './given.ts';
import type { CustomerRecord } from './records.ts';
import { tables } from './tables.ts';
import type { Work } from './work.ts';

/** Who somebody says to be, and whether the connector vouches for it. */
export interface CustomerClaim {
  readonly verified: boolean;
  readonly customerId?: string;
  readonly identifiers: CustomerIdentifiers;
  readonly name?: string;
  /** What tells one guest from another where no id is given. */
  readonly guestSeed: string;
}

/** The parameter by which the connector vouches for a customer's identity. */
export const VERIFIED_PARAMETER = 'verifiedCustomer';
/** The identifier that is the customer's stable id. */
export const CUSTOMER_ID = 'customerId';

/** A claim of the words of either API. */
export function claimOf(words: {
  readonly parameters: Readonly<Record<string, string>>;
  readonly identifiers: CustomerIdentifiers;
  readonly providerId?: string;
  readonly name?: string;
  readonly guestSeed: string;
}): CustomerClaim {
  const customerId = words.identifiers[CUSTOMER_ID]?.[0] ?? words.providerId;
  return {
    verified: words.parameters[VERIFIED_PARAMETER] === 'true',
    identifiers: words.identifiers,
    guestSeed: customerId ?? words.guestSeed,
    ...given({ customerId, name: words.name }),
  };
}

/**
 * The customer of a claim, found or made. Verified ones are joined by customer id, then by any equal identifier;
 * a guest is only ever the same guest, and what a guest claims to be is not kept.
 */
export async function resolveCustomer(work: Work, claim: CustomerClaim): Promise<CustomerRecord> {
  return claim.verified ? resolveVerified(work, claim) : resolveGuest(work, claim);
}

async function resolveGuest(work: Work, claim: CustomerClaim): Promise<CustomerRecord> {
  const key = await tables.customerIndex.get(work.tx, 'guest', claim.guestSeed);
  const known = key === undefined ? undefined : await tables.customers.get(work.tx, key);
  const customer: CustomerRecord = {
    ...(known ?? newCustomer(work)),
    name: claim.name || known?.name || 'Guest',
  };
  await tables.customers.put(work.tx, [customer.customerKey], customer);
  await tables.customerIndex.put(work.tx, ['guest', claim.guestSeed], customer.customerKey);
  return customer;
}

async function resolveVerified(work: Work, claim: CustomerClaim): Promise<CustomerRecord> {
  const known = await findVerified(work, claim);
  const base = known ?? { ...newCustomer(work), verified: true };
  const customer: CustomerRecord = {
    ...base,
    ...given({ customerId: base.customerId ?? claim.customerId }),
    name: claim.name || (known?.name ?? claim.customerId ?? 'Customer'),
    identifiers: joinIdentifiers(base.identifiers, claim.identifiers),
  };
  await tables.customers.put(work.tx, [customer.customerKey], customer);
  for (const [name, value] of indexed(claim)) {
    // The first to bring an identifier keeps it: two known customers are never merged by a shared address.
    const owner = await tables.customerIndex.get(work.tx, 'verified', name, value);
    if (owner === undefined)
      await tables.customerIndex.put(work.tx, ['verified', name, value], customer.customerKey);
  }
  return customer;
}

async function findVerified(work: Work, claim: CustomerClaim): Promise<CustomerRecord | undefined> {
  for (const [name, value] of indexed(claim)) {
    const key = await tables.customerIndex.get(work.tx, 'verified', name, value);
    const found = key === undefined ? undefined : await tables.customers.get(work.tx, key);
    if (!found) continue;
    // Somebody with another id of their own is somebody else, whatever address they share.
    const other = found.customerId !== undefined && claim.customerId !== undefined;
    if (name === CUSTOMER_ID || !other || found.customerId === claim.customerId) return found;
  }
  return undefined;
}

/** Pairs to look up: the customer id first. */
function indexed(claim: CustomerClaim): readonly (readonly [string, string])[] {
  const others = Object.entries(claim.identifiers)
    .filter(([name]) => name !== CUSTOMER_ID)
    .flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return claim.customerId === undefined ? others : [[CUSTOMER_ID, claim.customerId] as const, ...others];
}

function newCustomer(work: Work): CustomerRecord {
  return {
    customerKey: work.newId(),
    participantId: work.newId(),
    verified: false,
    name: '',
    identifiers: {},
    presentIn: [],
  };
}

/** Values of the second are appended to the first's keys; none twice. */
export function joinIdentifiers(one: CustomerIdentifiers, two: CustomerIdentifiers): CustomerIdentifiers {
  const names = new Set([...Object.keys(one), ...Object.keys(two)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [...new Set([...(one[name] ?? []), ...(two[name] ?? [])])]]),
  );
}
