import { selectEngagement, selectTimeline } from '../../../src/model/index.ts';
import type { ChatMessage, ChatState, TimelineItem } from '../../../src/model/index.ts';

/** What a reviewer wants to know of a tab, counted from what it shows. */
export function factsOf(state: ChatState): TabFacts {
  const timeline = selectTimeline(state);
  const messages = timeline.flatMap((item) => (item.kind === 'message' ? [item.message] : []));
  const ids = messages.flatMap(({ messageId }) => messageId ?? []);
  return {
    connection: connectionOf(state),
    session: state.session.status,
    head: selectEngagement(state)?.headSeq ?? 0,
    shown: messages.length,
    outbox: messages.filter(isUnsent).length,
    failed: messages.filter(({ delivery }) => delivery.status === 'failed').length,
    twice: ids.length - new Set(ids).size,
    holes: timeline.filter(isHole).length,
  };
}

/** See `factsOf`. */
export interface TabFacts {
  readonly connection: string;
  readonly session: string;
  /** Newest entry of the conversation's log that this tab knows. */
  readonly head: number;
  readonly shown: number;
  readonly outbox: number;
  readonly failed: number;
  readonly twice: number;
  readonly holes: number;
}

function connectionOf({ connection }: ChatState): string {
  return connection.status === 'failed' ? `failed: ${connection.reason}` : connection.status;
}

function isUnsent({ own, delivery }: ChatMessage): boolean {
  return own && (delivery.status === 'waiting' || delivery.status === 'sending');
}

function isHole(item: TimelineItem): boolean {
  return item.kind === 'gap';
}
