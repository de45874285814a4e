import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Remembers, over page loads, that a conversation goes on (`going`), or stands open too (`open`): only then does a widget
 * load the chat and open a stream by itself. Returns what is remembered after `state` was; `''` forgets. Where the browser
 * keeps nothing, or the page wants nothing kept (`data-storage="none"`), nothing is remembered.
 */
export function conversationMemory(
  { texts: { storage }, name, hostUrl, integrationId }: WidgetConfig,
  state?: 'going' | 'open' | '',
): string | null | undefined {
  const key = `colloquy:${[name, hostUrl, integrationId].join(':')}`;
  try {
    if (storage === 'none') return undefined;
    const store = storage === 'session' ? sessionStorage : localStorage;
    if (state) store.setItem(key, state);
    else if (state === '') store.removeItem(key);
    return store.getItem(key);
  } catch {
    // A private window or a full store: the badge then waits for the first click.
    return undefined;
  }
}
