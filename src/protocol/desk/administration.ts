import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { DESK_LIMITS } from './limits.ts';

const L = DESK_LIMITS;
const name = decode.string({ min: 1, max: L.nameChars });
const id = decode.string({ min: 1, max: 256 });
const attribute = decode.string({ min: 1, max: L.nameChars });
const attributes = decode.withDefault(decode.list(attribute, { max: 50 }), []);
const callbackUrl = decode.string({ min: 1, max: L.urlChars, pattern: /^https?:\/\/[^\s]+$/ });
const secret = decode.string({ min: L.secretCharsMin, max: L.passwordChars });
const hourMinute = decode.string({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/ });
const parameters = decode.map(decode.string({ max: L.parameterValueChars }), {
  maxEntries: L.parameterEntries,
  maxKey: L.parameterKeyChars,
});

/** Body that creates or replaces a connector element ("Digital Connector" of an element inventory). */
export const decodeConnectorElementInput = decode.object({
  name,
  kind: decode.oneOf('messaging', 'chat'),
  hostName: decode.string({ min: 1, max: L.hostNameChars }),
  /** https, or http on loopback where the sandbox allows it. */
  callbackUrl,
});
/** Body that creates or replaces a connector element. */
export type ConnectorElementInput = DecodedBy<typeof decodeConnectorElementInput>;
/** A connector element; its save yields the `channelProviderId`. */
export type ConnectorElement = ConnectorElementInput & { readonly channelProviderId: string };

/** When people are at the desk; outside, the customer is told so and waits. */
export const decodeHours = decode.object({
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: decode.withDefault(decode.string({ min: 1, max: 64 }), 'UTC'),
  spans: decode.list(
    decode.object({
      day: decode.oneOf('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'),
      from: hourMinute,
      to: hourMinute,
    }),
    { max: 28 },
  ),
});
/** Opening hours. */
export type Hours = DecodedBy<typeof decodeHours>;

const matchRule = decode.object({
  /** All of these parameters must have exactly these values; session and engagement parameters merged. */
  when: parameters,
  /** The queue to wait in: an integration's id. */
  queueId: decode.optional(id),
  /** Added to the integration's own. */
  requiredAttributes: attributes,
});
/** A context matching rule; the first that matches wins. */
export type MatchRule = DecodedBy<typeof matchRule>;

/** Body that creates or replaces an integration. */
export const decodeIntegrationInput = decode.object({
  name,
  kind: decode.oneOf('messaging', 'chat'),
  /** The connector element its customers come through. A chat element belongs to one integration. */
  channelProviderId: id,
  /** Of the messaging kind: at least one. */
  media: decode.withDefault(decode.list(decode.oneOf('messaging', 'voice'), { min: 1, max: 2 }), [
    'messaging',
  ]),
  workflow: decode.withDefault(decode.oneOf('bot-queue-agent', 'queue-agent'), 'bot-queue-agent'),
  requiredAttributes: attributes,
  rules: decode.withDefault(decode.list(matchRule, { max: 50 }), []),
  hours: decode.optional(decodeHours),
  /** Seconds an agent's desk rings before the next agent's does; 1 to 600. */
  alertSeconds: decode.withDefault(decode.number({ min: 1, max: 600, whole: true }), 20),
  /** A disabled one accepts nothing: engagements fail with an ENGAGEMENT_ERROR callback. */
  enabled: decode.withDefault(decode.boolean, true),
});
/** Body that creates or replaces an integration. */
export type IntegrationInput = DecodedBy<typeof decodeIntegrationInput>;
/** An integration: an entry point with its own queue, whose id is the integration's. */
export type Integration = IntegrationInput & { readonly integrationId: string };

/** Body that creates or replaces a push configuration. */
export const decodePushConfigurationInput = decode.object({ name, callbackUrl, secret });
/** Body that creates or replaces a push configuration. */
export type PushConfigurationInput = DecodedBy<typeof decodePushConfigurationInput>;
/** A push configuration; the secret is never shown again. */
export type PushConfiguration = {
  readonly configurationId: string;
  readonly name: string;
  readonly callbackUrl: string;
};

/** Body that creates an application. */
export const decodeApplicationInput = decode.object({ name });
/** Body that creates an application. */
export type ApplicationInput = DecodedBy<typeof decodeApplicationInput>;
/** An application: who may call the contact centre's REST. */
export type Application = {
  readonly applicationId: string;
  readonly name: string;
  readonly clientId: string;
  readonly appkey: string;
};
/** Answer of creating one: the only time the secret is shown. */
export type NewApplication = Application & { readonly clientSecret: string };

/** Body that creates or replaces an agent; without a password in a replacement the old one stays. */
export const decodeAgentInput = decode.object({
  user: decode.string({ min: 1, max: L.nameChars, pattern: /^[\w.@+-]+$/ }),
  name,
  password: decode.optional(secret),
  attributes,
  /** Engagements at once, 1 to 50. */
  capacity: decode.withDefault(decode.number({ min: 1, max: 50, whole: true }), 5),
});
/** Body that creates or replaces an agent. */
export type AgentInput = DecodedBy<typeof decodeAgentInput>;
/** An agent as the administrator sees them. */
export type AgentRecord = {
  readonly agentId: string;
  readonly user: string;
  readonly name: string;
  readonly attributes: readonly string[];
  readonly capacity: number;
};
