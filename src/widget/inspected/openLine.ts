import { createChatClient, createTokenEndpoint } from '../../client/index.ts';
import { createTrace, mountInspector } from '../../inspector/index.ts';
import type { MountedInspector } from '../../inspector/index.ts';
import { lateConfig } from '../lateConfig.ts';
import type { ChatLine } from '../openLine.ts';
import type { WidgetConfig } from '../widgetConfig.ts';

let mounted: MountedInspector | undefined;

/**
 * In place of `openLine` in the widget's build with the development panel (`dist/inspected`): the same line, with a trace
 * around its world and the panel at the corner of the page. What is kept is kept as with `data-storage="local"`.
 */
export async function openLine(
  config: WidgetConfig,
  sessionParameters: Readonly<Record<string, string>>,
  generation: number,
): Promise<ChatLine> {
  const tokens = createTokenEndpoint(config.tokenUrl, config.integrationId);
  const baseUrl = config.hostUrl ?? (await tokens.hostUrl());
  const { storage: _storage, ...others } = lateConfig(config);
  const trace = createTrace();
  const client = createChatClient({
    baseUrl,
    integrationId: config.integrationId,
    jwtProvider: tokens.provide,
    sessionParameters,
    ...others,
    world: trace.world(),
  });
  trace.watch(client);
  mounted?.remove();
  mounted = mountInspector(trace, { colorScheme: config.colorScheme });
  return { client, baseUrl, generation };
}
