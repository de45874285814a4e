import type { WidgetConfig } from './widgetConfig.ts';

/**
 * Remembers, over page loads, that a conversation goes on: only then does a closed widget load the chat and open a
 * stream by itself. Where the browser keeps nothing, nothing is remembered.
 */
export function rememberConversation(config: WidgetConfig, there: boolean): void {
  try {
    if (there) localStorage.setItem(keyOf(config), '1');
    else localStorage.removeItem(keyOf(config));
  } catch {
    // A private window or a full store: the badge then waits for the first click.
  }
}

/** Whether `rememberConversation` noted one. */
export function remembersConversation(config: WidgetConfig): boolean {
  try {
    return localStorage.getItem(keyOf(config)) !== null;
  } catch {
    return false;
  }
}

function keyOf(config: WidgetConfig): string {
  return `colloquy:conversation:${config.hostUrl ?? ''}:${config.integrationId}`;
}
