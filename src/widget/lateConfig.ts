import type { TransportName } from '../client/index.ts';
import type { Contrast } from '../theme/index.ts';
import type { WidgetConfig } from './widgetConfig.ts';

/** Reads what only the chat itself wants to know of a page's attributes. */
export function lateConfig({ texts }: Pick<WidgetConfig, 'texts'>): LateConfig {
  const names = (texts['transports'] ?? '').split(',').filter(isTransport);
  return {
    ...(names.length > 0 && { transports: names }),
    storage: texts['storage'],
    contrast: texts['contrast'] === 'more' ? 'more' : 'auto',
  };
}

/** See `lateConfig`. */
export interface LateConfig {
  /** In order of preference, comma-separated in `data-transports`; default all. */
  readonly transports?: readonly TransportName[];
  /** Where the browser keeps what outlives a page: `local` (default), `session` (this tab alone) or `none`. */
  readonly storage: string | undefined;
  /** `more` draws every line and no soft ink; `auto`, the default, follows the reader's system. */
  readonly contrast: Contrast;
}

function isTransport(name: string): name is TransportName {
  return name === 'websocket' || name === 'sse' || name === 'long-poll';
}
