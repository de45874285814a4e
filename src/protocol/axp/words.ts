import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { AXP_LIMITS } from './limits.ts';

const L = AXP_LIMITS;

/** Words that several calls share: request side strict, answer side tolerant (ids received are not validated). */
export const words = {
  uuid: decode.string({ min: 36, max: 36, pattern: L.uuid }),
  channelProviderId: decode.string({ min: L.channelProviderIdMin, max: L.channelProviderId }),
  correlationId: decode.optional(decode.string({ max: L.correlationId })),
  providerId: decode.optional(decode.string({ max: L.providerId })),
  displayName: decode.optional(decode.string({ max: L.displayName })),
  reason: decode.optional(decode.string({ max: L.reason })),
  identifiers: decode.map(
    decode.list(decode.string({ min: 1, max: L.identifierValue }), { min: 1, max: L.identifierValues }),
    { maxEntries: L.identifierKeys, maxKey: L.identifierKey },
  ),
  parameters: decode.map(decode.string({ max: L.parameterValue }), {
    maxEntries: L.parameterEntries,
    maxKey: L.parameterKey,
  }),
  /** A received id, or undefined when unset. */
  anId: decode.optional(decode.string()),
  text: decode.optional(decode.string()),
  instant: decode.string({ min: 1, max: 64 }),
} as const;

/** Who takes part. */
export const decodeParticipantType = decode.oneOf('CUSTOMER', 'AGENT', 'BOT', 'SUPERVISOR', 'SYSTEM');
/** Who takes part. */
export type ParticipantType = DecodedBy<typeof decodeParticipantType>;

/** Identifiers by name, e.g. `{ emailAddresses: ['ada@example.org'] }`. */
export type CustomerIdentifiers = DecodedBy<typeof words.identifiers>;
/** Context parameters by name. */
export type Parameters = DecodedBy<typeof words.parameters>;
