import type { Parameters } from '../../../protocol/index.ts';
import type { UpstreamCustomer } from './upstreamAdapter.ts';

/** What the contact centre is told of who the customer is. A guest is a random id and nothing else. */
export function identifiersOf(customer: UpstreamCustomer): Record<string, readonly string[]> {
  const others = customer.verified ? Object.entries(customer.identifiers) : [];
  const kept = others.filter(([name, values]) => name !== 'customerId' && values.length > 0);
  return { ...Object.fromEntries(kept.slice(0, MAX_KEYS - 1)), customerId: [customer.customerId] };
}

/** The page's parameters with our word on whether the site vouches for the customer; at most 20 (axp.md 3.1). */
export function parametersOf(customer: UpstreamCustomer): Parameters {
  const entries = Object.entries(customer.parameters).filter(([key]) => !isIdentityClaim(key));
  const word = customer.verified ? { verifiedCustomer: 'true' } : {};
  return { ...Object.fromEntries(entries.slice(0, MAX_PARAMETERS - Object.keys(word).length)), ...word };
}

/** Names that would claim an identity: only the token may do that (architecture, Settled 1). */
export function isIdentityClaim(name: string): boolean {
  return CLAIMS.has(name.toLowerCase());
}

const MAX_KEYS = 10;
const MAX_PARAMETERS = 20;
const CLAIMS: ReadonlySet<string> = new Set([
  'verifiedcustomer',
  'verified',
  'customerid',
  'customeridentifiers',
]);
