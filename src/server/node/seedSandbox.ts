import { decode, type Decoder } from '../../lib/index.ts';
import { signInAdmin, type AdminOrder } from './adminApi.ts';
import type { DemoState, Seeded } from './demoState.ts';
import type { NamedIntegration } from './integrationsFile.ts';

/**
 * Sets up the sandbox through its administration API, as an administrator would: an application with keys, two connector
 * elements, a Messaging and a Chat integration, a push configuration and the agents. What is there already stays as the
 * administrator left it; only addresses of ours are brought up to date. `keep` is called after each step, so that an
 * interrupted seeding goes on where it stopped.
 */
export async function seedSandbox(order: SeedOrder): Promise<SeedResult> {
  const { state, keep } = order;
  const api = await signInAdmin(order);
  let seeded = state.seeded;
  const remember = (more: Seeded): void => keep((seeded = { ...seeded, ...more }));
  const make = async (path: string, idField: string, body: unknown): Promise<string> =>
    (await api.call('POST', path, body, idAnswer(idField))).id;

  if (seeded.clientSecret === undefined || !(await api.has('applications', seeded.applicationId))) {
    remember(await api.call('POST', 'applications', { name: 'Colloquy demo' }, decodeApplication));
  }
  const element = async (kind: 'messaging' | 'chat', known: string | undefined): Promise<string> => {
    const { hostname } = new URL(order.connectorUrl);
    const body = { name: `Colloquy ${kind}`, kind, hostName: hostname, callbackUrl: order.webhookUrl };
    if (known === undefined || !(await api.has('connector-elements', known))) {
      return make('connector-elements', 'channelProviderId', body);
    }
    await api.call('PUT', `connector-elements/${known}`, body, decode.anything);
    return known;
  };
  remember({ messagingElementId: await element('messaging', seeded.messagingElementId) });
  remember({ chatElementId: await element('chat', seeded.chatElementId) });
  const integration = async (kind: 'messaging' | 'chat', known: string | undefined): Promise<string> => {
    if (known !== undefined && (await api.has('integrations', known))) return known;
    const channelProviderId = kind === 'messaging' ? seeded.messagingElementId : seeded.chatElementId;
    const name = kind === 'messaging' ? 'Shop messaging' : 'Shop chat';
    return make('integrations', 'integrationId', { name, kind, channelProviderId });
  };
  remember({ messagingIntegrationId: await integration('messaging', seeded.messagingIntegrationId) });
  remember({ chatIntegrationId: await integration('chat', seeded.chatIntegrationId) });

  const push = { name: 'Colloquy push', callbackUrl: order.pushCallbackUrl, secret: state.pushSecret };
  if (await api.has('push-configurations', seeded.pushConfigurationId)) {
    await api.call('PUT', `push-configurations/${seeded.pushConfigurationId}`, push, decode.anything);
  } else remember({ pushConfigurationId: await make('push-configurations', 'configurationId', push) });

  const there = await api.call('GET', 'agents', undefined, decodeAgents);
  for (const { user, name, password } of state.agents) {
    if (!there.some((agent) => agent.user === user))
      await make('agents', 'agentId', { user, name, password });
  }
  return resultOf(seeded);
}

/** What to set up, where, and what is there from before. */
export interface SeedOrder extends AdminOrder {
  readonly connectorUrl: string;
  readonly webhookUrl: string;
  readonly pushCallbackUrl: string;
  readonly state: DemoState;
  readonly keep: (seeded: Seeded) => void;
}

/** What the servers need to know of the set-up. */
export interface SeedResult {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appkey: string;
  readonly pushConfigurationId: string;
  readonly integrations: readonly NamedIntegration[];
}

const text = decode.string({ min: 1, max: 4096 });
const decodeApplication = decode.object({
  applicationId: text,
  clientId: text,
  clientSecret: text,
  appkey: text,
});
const decodeAgents = decode.list(decode.object({ user: text }));

const idAnswer = (field: string): Decoder<{ readonly id: string }> =>
  decode.refine(decode.map(decode.anything), (record, path) => {
    const id = record[field];
    return typeof id === 'string' ? decode.good({ id }) : decode.fault(path, `must have ${field}`, 'missing');
  });

function resultOf(seeded: Seeded): SeedResult {
  const { clientId, clientSecret, appkey, pushConfigurationId } = seeded;
  const messaging = integrationOf('messaging', seeded.messagingIntegrationId, seeded.messagingElementId);
  const chat = integrationOf('chat', seeded.chatIntegrationId, seeded.chatElementId);
  if (!clientId || !clientSecret || !appkey || !pushConfigurationId) {
    throw new RangeError('The set-up of the sandbox came to no end.');
  }
  return { clientId, clientSecret, appkey, pushConfigurationId, integrations: [messaging, chat] };
}

function integrationOf(
  kind: NamedIntegration['kind'],
  id: string | undefined,
  channelProviderId: string | undefined,
): NamedIntegration {
  if (!id || !channelProviderId)
    throw new RangeError(`The set-up of the sandbox made no ${kind} integration.`);
  return { id, kind, channelProviderId };
}
