import type { Logger } from '../../lib/index.ts';
import type { ChatMessage, ChatState, EngagementState, TimelineItem } from '../../model/index.ts';
import type { Participant } from '../../protocol/index.ts';
import type { UiHooks } from './hooks.ts';
import { uiMessageOf } from './uiMessage.ts';

/**
 * The state as the page wants it shown: words and names of messages changed by its hooks. What has not changed stays the
 * same object, so that nothing is drawn twice; each message is asked for once.
 */
export function createShownState(
  hooks: UiHooks,
  baseUrl: string,
  logger: Logger,
): (state: ChatState) => ChatState {
  const named = remembered<Participant>((one) => {
    const displayName = hooks.nameOf(one.participantType, one.displayName);
    return displayName === undefined || displayName === one.displayName ? one : { ...one, displayName };
  });
  const rendered = (message: ChatMessage): ChatMessage => {
    const { beforeMessageRender } = hooks;
    if (!beforeMessageRender) return message;
    try {
      const { messageBody, displayName } = beforeMessageRender(uiMessageOf(message, baseUrl));
      const { body, sender } = message;
      return {
        ...message,
        ...(messageBody !== body.text && { body: { ...body, text: String(messageBody) } }),
        ...(sender && displayName !== undefined && { sender: { ...sender, displayName } }),
      };
    } catch {
      logger.error('beforeMessageRender failed: the message is shown as it came');
      return message;
    }
  };
  const item = remembered<TimelineItem>((one) => {
    if (one.kind === 'gap') return one;
    if (one.kind === 'message') {
      const { sender } = one.message;
      return { ...one, message: rendered(sender ? { ...one.message, sender: named(sender) } : one.message) };
    }
    const { event } = one;
    return 'participant' in event
      ? { ...one, event: { ...event, participant: named(event.participant) } }
      : one;
  });
  const timeline = remembered<readonly TimelineItem[]>((items) => items.map(item));
  const people = remembered<readonly Participant[]>((all) => all.map(named));
  const engagement = remembered<EngagementState>((one) => ({
    ...one,
    participants: people(one.participants),
    typing: people(one.typing),
    timeline: timeline(one.timeline),
  }));
  const engagements = remembered<ChatState['engagements']>((all) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, engagement(one)])),
  );
  return remembered((state) => ({ ...state, engagements: engagements(state.engagements) }));
}

/** A function of objects that is asked once for each. */
function remembered<T extends object>(work: (given: T) => T): (given: T) => T {
  const known = new WeakMap<T, T>();
  return (given) => {
    const found = known.get(given) ?? work(given);
    known.set(given, found);
    return found;
  };
}
