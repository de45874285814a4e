import { createWidget } from './createWidget.ts';
import type { Widget } from './createWidget.ts';
import { readConfig } from './widgetConfig.ts';
import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Puts a widget onto the page, from a bundle of one's own: the launcher at once, the chat (on the application's React) when
 * it is first wanted. Call it in a browser. Throws a `TypeError` where `integrationId` and `tokenUrl` are missing.
 */
export function embedWidget(options: WidgetOptions): Widget {
  const config = readConfig({ ...options });
  if (!config) throw new TypeError('A chat needs an integrationId and a tokenUrl.');
  return createWidget(
    config,
    () => import('./chat.tsx'),
    () => import('../locales/packs.ts'),
  );
}

/** What a widget is made of; everything but the first two has a default. The same names as the script tag's attributes. */
export interface WidgetOptions
  extends
    Pick<WidgetConfig, 'integrationId' | 'tokenUrl'>,
    Partial<
      Pick<
        WidgetConfig,
        'name' | 'hostUrl' | 'locale' | 'theme' | 'colorScheme' | 'shadow' | 'open' | 'shell' | 'target'
      >
    > {
  /** Where the browser keeps what outlives a page: `local` (default), `session` (this tab alone) or `none`. */
  readonly storage?: 'local' | 'session' | 'none';
  /** Names of transports in order of preference, comma-separated; default all. */
  readonly transports?: string;
  /** `off`: the back gesture does not close a chat that fills a phone. */
  readonly back?: 'on' | 'off';
  /** `off`: the page below a chat that fills a phone scrolls on. */
  readonly scrollLock?: 'on' | 'off';
}
