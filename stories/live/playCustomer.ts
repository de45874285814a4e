import type { ChatClient } from '../../src/client/index.ts';
import { selectEngagement, selectTimeline } from '../../src/model/index.ts';
import type { ChatMessage, ChatState } from '../../src/model/index.ts';

/**
 * The first half of a conversation, so that a viewer meets it in full swing: says hello, waits for the greeter, presses
 * "Talk to a person". Does nothing more; on a chat integration it asks in words. Resolves when that was said.
 */
export async function playCustomer(client: ChatClient): Promise<void> {
  await when(client, (state) => state.session.status === 'open' || undefined);
  const isChat = client.getState().facts?.kind === 'chat';
  const id = isChat
    ? await client.createEngagement()
    : await when(client, (state) => selectEngagement(state)?.engagementId);
  await client.send(id, { body: { type: 'text', text: 'Good morning! I have a question about my order.' } });
  const { messageId } = await when(client, offer);
  if (isChat || messageId === undefined)
    await client.send(id, { body: { type: 'text', text: 'Talk to a person' } });
  else
    await client.send(id, {
      body: { type: 'choice', action: 'reply', text: 'Talk to a person', payload: 'TALK_TO_PERSON' },
      parentMessageId: messageId,
    });
}

/** The message of the greeter that offers something. */
function offer(state: ChatState): ChatMessage | undefined {
  const items = selectTimeline(state).flatMap((item) => (item.kind === 'message' ? [item.message] : []));
  const isOffer = ({ own, body }: ChatMessage): boolean =>
    !own && body.type === 'text' && /How can I help/.test(body.text);
  return items.find(isOffer);
}

function when<T>(client: ChatClient, find: (state: ChatState) => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = find(client.getState());
      if (found !== undefined) resolve(found);
      return found !== undefined;
    };
    if (look()) return;
    const stop = client.subscribe(() => {
      if (look()) stop();
    });
  });
}
