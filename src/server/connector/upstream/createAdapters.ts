import type { Clock } from '../../../lib/index.ts';
import type { Fetch } from '../../app.ts';
import type { ConnectorSettings } from '../connectorOptions.ts';
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
  for (const { id: integrationId, kind, channelProviderId } of settings.integrations) {
    const own = { call, extension, accountId, channelProviderId, readReceipts };
    adapters.set(
      integrationId,
      kind === 'chat' ? createCustomChat(own) : createCustomMessaging({ ...own, integrationId }),
    );
  }
  return { adapters, call, mediaStore: createMediaStore({ baseUrl, accountId, call, ...world }) };
}

export interface Upstream {
  readonly adapters: ReadonlyMap<string, UpstreamAdapter>;
  readonly call: CallUpstream;
  readonly mediaStore: MediaStore;
}
