import { createChatClient } from '../../client/index.ts';
import { createTrace, mountInspector } from '../../inspector/index.ts';
import type { MountedInspector } from '../../inspector/index.ts';
import { readLine } from '../openLine.ts';
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
  const { storage: _storage, ...options } = readLine(config, sessionParameters);
  const trace = createTrace();
  const client = createChatClient({ ...options, world: trace.world() });
  trace.watch(client);
  mounted?.remove();
  mounted = mountInspector(trace, { colorScheme: config.colorScheme });
  return { client, baseUrl: options.baseUrl, generation };
}
