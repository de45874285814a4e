import { decode } from '../../lib/index.ts';
import type { DecodedBy, Decoder } from '../../lib/index.ts';
import { decodeAgentInput, decodeConnectorElementInput, decodeIntegrationInput } from './administration.ts';
import type { AgentRecord, Application, ConnectorElement, Integration } from './administration.ts';
import type { NewApplication, PushConfiguration } from './administration.ts';

const id = decode.string({ min: 1, max: 256 });

/** Reads the answer of the administrator's sign-in. */
export const decodeAdminSignedIn = decode.object({
  token: decode.string({ min: 1 }),
  expiresAt: decode.string({ min: 10, max: 40 }),
});
/** Answer of the administrator's sign-in. */
export type AdminSignedIn = DecodedBy<typeof decodeAdminSignedIn>;

/** Reads a connector element. */
export const decodeConnectorElement: Decoder<ConnectorElement> = both(
  decodeConnectorElementInput,
  decode.object({ channelProviderId: id }),
);

/** Reads an integration. */
export const decodeIntegration: Decoder<Integration> = both(
  decodeIntegrationInput,
  decode.object({ integrationId: id }),
);

/** Reads a push configuration. */
export const decodePushConfiguration: Decoder<PushConfiguration> = decode.object({
  configurationId: id,
  name: decode.string(),
  callbackUrl: decode.string(),
});

/** Reads an application. */
export const decodeApplication: Decoder<Application> = decode.object({
  applicationId: id,
  name: decode.string(),
  clientId: id,
  appkey: id,
});

/** Reads a new application with its secret. */
export const decodeNewApplication: Decoder<NewApplication> = decode.object({
  applicationId: id,
  name: decode.string(),
  clientId: id,
  appkey: id,
  clientSecret: id,
});

/** Reads an agent's record. */
export const decodeAgentRecord: Decoder<AgentRecord> = decode.refine(
  both(decodeAgentInput, decode.object({ agentId: id })),
  ({ agentId, user, name, attributes, capacity }) =>
    decode.good({ agentId, user, name, attributes, capacity }),
);

function both<A extends object, B extends object>(first: Decoder<A>, second: Decoder<B>): Decoder<A & B> {
  return (input, path) => {
    const left = first(input, path);
    const right = second(input, path);
    if (left.ok && right.ok) return decode.good({ ...left.value, ...right.value });
    return { ok: false, faults: [...(left.ok ? [] : left.faults), ...(right.ok ? [] : right.faults)] };
  };
}
