import type { Clock } from '../../../lib/index.ts';
import type { Fetch } from '../../app.ts';
import type { ConnectorSettings, IntegrationOptions } from '../connectorOptions.ts';
import { createMediaStore, type MediaStore } from '../media/mediaStore.ts';
import { createAccessTokens } from './accessToken.ts';
import { createCallUpstream, type CallUpstream } from './callUpstream.ts';
import { createCustomChat } from './customChat.ts';
import { createCustomMessaging } from './customMessaging.ts';
import { createSandboxExtension } from './sandboxExtension.ts';
import type { UpstreamAdapter } from './upstreamAdapter.ts';

/** Everything towards the contact centre: one adapter per integration, the media store, and the call itself. */
export function createUpstream(settings: ConnectorSettings, world: { clock: Clock; fetch: Fetch }): Upstream {
  const { upstream, sandboxExtensions: readReceipts } = settings;
  const { accountId, baseUrl } = upstream;
  const tokens = createAccessTokens(upstream, world);
  const call = createCallUpstream(upstream, { ...world, tokens });
  const extension = createSandboxExtension(call, accountId, readReceipts);
  const adapters = new Map<string, UpstreamAdapter>();
  const cover = (integrations: readonly IntegrationOptions[]): void => {
    for (const { id: integrationId, kind, channelProviderId } of integrations) {
      const known = adapters.get(integrationId);
      if (known?.kind === kind && known.channelProviderId === channelProviderId) continue;
      const own = { call, extension, accountId, channelProviderId, readReceipts };
      adapters.set(
        integrationId,
        kind === 'chat' ? createCustomChat(own) : createCustomMessaging({ ...own, integrationId }),
      );
    }
  };
  if (typeof settings.integrations !== 'function') cover(settings.integrations);
  return { adapters, cover, call, mediaStore: createMediaStore({ baseUrl, accountId, call, ...world }) };
}

/** The whole way to the contact centre. All adapters share one access token. */
export interface Upstream {
  readonly adapters: ReadonlyMap<string, UpstreamAdapter>;
  /** Makes the adapters of integrations that have none yet. */
  cover(integrations: readonly IntegrationOptions[]): void;
  readonly call: CallUpstream;
  readonly mediaStore: MediaStore;
}
