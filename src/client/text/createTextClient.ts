import { initialChatState, reduceOutline } from '../../model/index.ts';
import type { EngagementId, MessageId } from '../../protocol/index.ts';
import type { ChatClient } from '../chatClient.ts';
import type { LoneClient } from '../createLoneClient.ts';
import { ChatClientError } from '../errors.ts';
import { assemble, type Ways } from '../live/assemble.ts';
import { createJoining } from '../live/joining.ts';
import { createLineParts, type LineOptions } from '../lineParts.ts';
import { platformWith, type GivenWorld } from '../world.ts';
import { createTextSender, type Taken } from './textSender.ts';

/**
 * Makes a client for a page that sends plain text and keeps what it was told itself: its state knows the engagements and who
 * is in them, but no messages. One session per page, no tabs, nothing kept. Nothing happens before `start`; a start that
 * failed is not tried again.
 */
export function createTextClient(options: TextClientOptions): TextClient {
  const world = platformWith(options.world);
  const nothing = (): undefined => undefined;
  const assembly = assemble(options, {
    state: initialChatState,
    fold: reduceOutline,
    makeParts: (listener) => createLineParts({ ...options, world }, listener, createTextSender),
    makeRestart: () => ({
      ...{ clear: nothing, succeeded: nothing, later: nothing, now: nothing, isSilent: nothing },
    }),
    onEvent(event) {
      if (event.type === 'SHUTDOWN') outbox.end('session-gone');
    },
    ...{ onCaughtUp: nothing, onToken: nothing, onOpen: nothing, onRest: nothing },
    onDispose: () => outbox.end('disposed'),
  });
  const { core } = assembly;
  const { outbox, idle } = core.parts;
  return {
    ...assembly.ways,
    ...createJoining(assembly),
    async sendText(id, text, parentMessageId) {
      idle.activity();
      core.sessionId(); // throws where there is none
      const max = core.state().facts?.limits.textLength ?? 0;
      if (text.length > max) throw new ChatClientError('too-long', `A message has at most ${max} characters`);
      return outbox.send(id, text, parentMessageId);
    },
  };
}

/** What it is made of. */
export interface TextClientOptions extends Omit<LineOptions, 'world' | 'shareTabs'> {
  readonly world: GivenWorld;
}

/** A client that sends plain text, and promises of each what becomes of it. */
export interface TextClient
  extends
    Ways,
    Pick<ChatClient, 'createEngagement' | 'joinEngagement' | 'disconnectEngagement'>,
    Pick<LoneClient, 'refresh' | 'readHistory'> {
  /**
   * Sends a text in its engagement's order. Resolves when the connector has it. Rejects with `ChatClientError` where it cannot
   * be sent within 30 s and the attempt of that moment; then it is not sent later either.
   */
  sendText(id: EngagementId, text: string, parentMessageId?: MessageId): Promise<Taken>;
}
