import type { ChatClient } from '../../client/index.ts';
import type { Logger } from '../../lib/index.ts';
import type { UiHooks } from './hooks.ts';
import { createShownState } from './shownState.ts';
import { textOf, uiMessageOfDraft, withText } from './uiMessage.ts';

/** A client whose messages pass through the page's two hooks. Everything else goes straight to `client`. */
export function createHookedClient(
  client: ChatClient,
  hooks: UiHooks,
  baseUrl: string,
  logger: Logger,
): ChatClient {
  const shown = createShownState(hooks, baseUrl, logger);
  return {
    ...client,
    getState: () => shown(client.getState()),
    async send(id, draft, messageId) {
      const { beforeMessageSend } = hooks;
      if (!beforeMessageSend) return client.send(id, draft, messageId);
      const before = uiMessageOfDraft(draft, client.getState().facts?.displayName);
      const { messageBody } = await beforeMessageSend(before);
      const text = String(messageBody);
      return client.send(id, text === textOf(draft) ? draft : withText(draft, text), messageId);
    },
  };
}
