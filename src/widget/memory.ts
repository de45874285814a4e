import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Remembers, over page loads, that a conversation goes on (`going`), and in this tab alone that it stands open too (`open`):
 * only then does a widget load the chat and open a stream by itself. Returns what is remembered after `state` was; `''`
 * forgets. Where the browser keeps nothing, or the page wants nothing kept (`data-storage="none"`), nothing is remembered.
 */
export function conversationMemory(
  { texts: { storage }, name, hostUrl, integrationId }: WidgetConfig,
  state?: 'going' | 'open' | '',
): string | null | undefined {
  const key = `colloquy:${[name, hostUrl, integrationId].join(':')}`;
  try {
    if (storage === 'none') return undefined;
    const shared = storage === 'session' ? sessionStorage : localStorage;
    const put = (store: Storage, kept: string): void =>
      kept ? store.setItem(key, kept) : store.removeItem(key);
    if (state !== undefined) {
      put(shared, state && 'going');
      // Last: with `session` both are one.
      put(sessionStorage, state);
    }
    return shared.getItem(key) && (sessionStorage.getItem(key) ?? 'going');
  } catch {
    // A private window or a full store: the badge then waits for the first click.
    return undefined;
  }
}
