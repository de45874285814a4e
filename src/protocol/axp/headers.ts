import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';

const short = decode.optional(decode.string({ max: 32 }));
const long = decode.optional(decode.string({ max: 256 }));
const addresses = decode.optional(decode.list(decode.string({ max: 256 }), { max: 20 }));
const additional = (max: number, maxEntries: number) =>
  decode.optional(decode.map(decode.string({ max }), { maxEntries, maxKey: 256 }));

const common = {
  priority: short,
  sensitivity: short,
  encoding: short,
  subject: long,
  from: long,
  replyTo: long,
  clientDeviceTag: long,
  messageSourceServerTag: long,
  to: addresses,
  cc: addresses,
  bcc: addresses,
  providerTimestamp: decode.optional(decode.string({ max: 64 })),
} as const;

/** Reads the optional headers of a Custom Chat message. */
export const decodeChatHeaders = decode.object({ ...common, additionalHeaders: additional(256, 10) });

/** Reads the optional headers of a Custom Messaging message; additional ones may hold 256 KiB together. */
export const decodeMessagingHeaders = decode.object({
  ...common,
  additionalHeaders: additional(262_144, 100),
  sourceType: decode.optional(decode.string({ max: 100 })),
  sourceAddress: long,
});
/** Headers of a message. */
export type MessageHeaders = DecodedBy<typeof decodeMessagingHeaders>;
