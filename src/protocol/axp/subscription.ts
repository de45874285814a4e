import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { AXP_LIMITS } from './limits.ts';
import { words } from './words.ts';

const eventType = decode.oneOf(
  'ALL',
  'MESSAGES',
  'CUSTOMER_MESSAGES',
  'CC_MESSAGES',
  'PARTICIPANT_ADDED',
  'PARTICIPANT_DISCONNECTED',
  'ENGAGEMENT_CREATED',
  'ENGAGEMENT_ERROR',
  'TYPING',
  'X_SANDBOX_READ',
);
/** What can be subscribed to; `X_SANDBOX_READ` is the sandbox's own. */
export type SubscribableEvent = DecodedBy<typeof eventType>;

/** Reads the body that creates or replaces a subscription. Whether the address is https is the server's to check. */
export const decodeSubscriptionInput = decode.object({
  channelProviderId: words.channelProviderId,
  callbackUrl: decode.string({
    min: 1,
    max: AXP_LIMITS.callbackUrl,
    pattern: /^https?:\/\/[^\s/?#]+[^\s]*$/,
  }),
  eventTypes: decode.list(eventType, { min: 1, max: AXP_LIMITS.eventTypes }),
});
/** Body that creates or replaces a subscription. */
export type SubscriptionInput = DecodedBy<typeof decodeSubscriptionInput>;

/** Reads a subscription; event types we do not know are kept. */
export const decodeSubscription = decode.object({
  subscriptionId: decode.string({ min: 1 }),
  channelProviderId: decode.string(),
  callbackUrl: decode.string(),
  eventTypes: decode.list(decode.string()),
});
/** A webhook subscription. */
export type Subscription = DecodedBy<typeof decodeSubscription>;

/** Reads the answer of "list subscriptions". */
export const decodeSubscriptions = decode.list(decodeSubscription);
