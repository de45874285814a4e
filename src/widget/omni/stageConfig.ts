import { readConfig } from '../widgetConfig.ts';
import type { WidgetConfig } from '../widgetConfig.ts';

/** What the launcher wants to know; it fetches nothing, so that addresses say nothing. @param theme a colour of its own. */
export function stageConfig(locale: string, shadow: 'closed' | 'open', theme = 'paper'): WidgetConfig {
  const config = readConfig({ integrationId: 'omni-sdk', tokenUrl: 'none', locale, shadow, theme });
  if (!config) throw new TypeError('The launcher wants more than it is given');
  return config;
}
