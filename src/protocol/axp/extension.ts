import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { words } from './words.ts';

const presenceShape = decode.object({
  channelProviderId: words.channelProviderId,
  present: decode.boolean,
  providerDialogId: words.providerId,
  sessionId: words.providerId,
});
/** Body of the sandbox's "customer presence"; one of the two ids. */
export type CustomerPresence = DecodedBy<typeof presenceShape>;

/** Reads the body of the sandbox's own `POST …/customer-presence`. */
export const decodeCustomerPresence: Decoder<CustomerPresence> = decode.refine(presenceShape, oneId);

const readShape = decode.object({
  channelProviderId: words.channelProviderId,
  messageId: decode.string({ min: 1, max: 256 }),
  providerDialogId: words.providerId,
  sessionId: words.providerId,
  readerParticipantId: words.providerId,
});
/** Body of the sandbox's "read marks": the customer has read up to this message; one of the two ids. */
export type ReadMark = DecodedBy<typeof readShape>;

/** Reads the body of the sandbox's own `POST …/read-marks`. */
export const decodeReadMark: Decoder<ReadMark> = decode.refine(readShape, oneId);

function oneId<T extends { readonly providerDialogId?: string; readonly sessionId?: string }>(value: T) {
  return value.providerDialogId === undefined && value.sessionId === undefined
    ? decode.fault('providerDialogId', 'must not be null', 'missing')
    : decode.good(value);
}
